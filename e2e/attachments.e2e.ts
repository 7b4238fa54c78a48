import type { Page } from 'playwright-core'
import { eq } from 'drizzle-orm'
import { attachments } from '@/db/schema'
import { aCustomer } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 } }
const RECEIPT = { name: 'recibo.txt', mimeType: 'text/plain', buffer: Buffer.from('Recibo 8831') }
const WEB_PAGE = { name: 'recibo.txt', mimeType: 'text/plain', buffer: Buffer.from('<script>alert(1)</script>') }

const rowsOf = (customerId: string) => db().select().from(attachments).where(eq(attachments.customerId, customerId))

async function choose(page: Page, file: typeof RECEIPT) {
  await page.getByText('Anexar arquivos').click()
  await page.getByLabel('Arquivos').setInputFiles(file)
  return page.getByRole('button', { name: 'Anexar', exact: true })
}

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('attachments on a phone, %s', (_how, javaScriptEnabled) => {
  it('[K3] attaches a file once for two presses, shows it, and deletes it', async () => {
    const customer = await aCustomer(db(), { name: 'Ariadne Anexo' })
    const page = await open({ javaScriptEnabled, ...PHONE })
    await signIn(page, 'agent', `/customers/${customer.id}/attachments`)
    const submit = await choose(page, RECEIPT)
    await (javaScriptEnabled ? submit.dblclick() : submit.click())
    await page.getByRole('link', { name: 'recibo.txt', exact: true }).click()
    await page.getByText('Sobre o anexo').waitFor()
    expect(await rowsOf(customer.id)).toHaveLength(1)
    await page.getByText('Excluir anexo').first().click()
    await page.getByRole('button', { name: /xcluir/ }).click()
    await page.waitForURL(/\/attachments(#.*)?$/)
    await page.getByText('Nenhum anexo ainda').waitFor()
    expect(await rowsOf(customer.id)).toMatchObject([{ retiredAt: expect.any(Date) as Date }])
  })

  it('[K3] refuses a web page that is named as a text, and stores nothing', async () => {
    const customer = await aCustomer(db(), { name: 'Ariadne Recusada' })
    const page = await open({ javaScriptEnabled, ...PHONE })
    await signIn(page, 'agent', `/customers/${customer.id}/attachments`)
    await (await choose(page, WEB_PAGE)).click()
    await page.getByRole('alert').filter({ hasText: 'não é aceito' }).waitFor()
    expect(await rowsOf(customer.id)).toEqual([])
  })
})
