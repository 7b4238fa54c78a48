import { notes } from '@/db/schema'
import { JULIA } from '@/lib/auth/demo-users'
import { aCustomer } from '@/lib/testing/builders'
import { aSend } from '@/lib/testing/sent'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 } }

/** Creates a customer with 30 notes in August, one in March, and an SMS in May. */
async function aLongYear(): Promise<string> {
  const { id } = await aCustomer(db(), {
    name: 'Valdirene Linha do Tempo',
    documentType: 'cpf',
    documentNumber: '15350946056',
  })
  const note = (body: string, createdAt: Date) => ({ customerId: id, id: newId(), body, authorId: JULIA.id, createdAt })
  const august = Array.from({ length: 30 }, (_, n) =>
    note(`Nota ${n + 1} de agosto`, new Date(Date.UTC(2026, 7, n + 1, 15))),
  )
  await db()
    .insert(notes)
    .values([...august, note('Ligou em março', new Date('2026-03-10T15:00:00Z'))])
  await aSend(db(), id, { channel: 'sms', createdAt: new Date('2026-05-05T15:00:00Z') })
  return `/customers/${id}/timeline`
}

it('[N10] is read on a phone without scripting: next page, a month, a filter', async () => {
  const path = await aLongYear()
  const page = await open({ javaScriptEnabled: false, ...PHONE })
  await signIn(page, 'agent', path)
  const rows = page.locator('.day-row')
  await page.getByRole('link', { name: 'Nota 30 de agosto' }).waitFor()
  expect(await page.getByRole('link', { name: 'Nota 1 de agosto' }).count()).toBe(0)
  await page.getByRole('link', { name: 'Mais antigos' }).click()
  await page.getByRole('link', { name: 'Nota 1 de agosto' }).waitFor()
  await page.getByText('Meses', { exact: true }).click()
  await page.getByRole('link', { name: 'março de 2026' }).click()
  await page.getByRole('link', { name: 'Ligou em março' }).waitFor()
  expect(await rows.count()).toBe(1)
  await page.getByText('Filtrar').first().click()
  await page.getByLabel('Tipo').selectOption({ label: 'Mensagens' })
  await page.getByRole('button', { name: 'Filtrar' }).click()
  await page.locator('.day-row .steps').waitFor()
  expect(await rows.count()).toBe(1)
})

it('[N10][O10] is printed without navigation, forms and buttons', async () => {
  const path = await aLongYear()
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'agent', `${path}?print=1&from=2026-03-01&to=2026-05-31`)
  await page.emulateMedia({ media: 'print' })
  await page.getByText('de 01/03/2026 a 31/05/2026').waitFor()
  expect(await page.locator('.day-row').count()).toBe(2)
  expect(await page.getByText('CPF').filter({ visible: true }).count()).toBe(0)
  const pressable = page.locator('nav, form, summary, select, input, button:not(.rating button)')
  expect(await pressable.filter({ visible: true }).allTextContents()).toEqual([])
})
