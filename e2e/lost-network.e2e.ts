import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { documentKits, notes } from '@/db/schema'
import { aCustomer } from '@/lib/testing/builders'
import { aPdf } from '@/lib/testing/documents'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { endSessionsOf, ownUserAgent } from './harness/end-session'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const KEPT = 'Seu texto continua aqui'
const TEXT = 'Ligou às 9h.\nPede retorno à tarde, "sem falta".'

type Form = {
  path: (customerId: string) => string
  type: (page: Page) => Promise<unknown>
  submit: string
  typed: (page: Page) => Promise<unknown>
  expected: unknown
  table: typeof notes | typeof documentKits
}

const FORMS: Record<string, Form> = {
  'a note': {
    path: (id) => `/customers/${id}/notes`,
    type: (page) => page.getByLabel('O que a próxima pessoa a atender precisa saber?').fill(TEXT),
    submit: 'Salvar nota',
    typed: (page) => page.getByLabel('O que a próxima pessoa a atender precisa saber?').inputValue(),
    expected: TEXT,
    table: notes,
  },
  'a letter with an idempotency key': {
    path: (id) => `/customers/${id}/documents/new?how=letter`,
    type: async (page) => {
      await page.getByLabel('Título').fill('Carta')
      await page.getByLabel('Texto').fill(TEXT)
    },
    submit: 'Criar documento',
    typed: async (page) => [await page.getByLabel('Título').inputValue(), await page.getByLabel('Texto').inputValue()],
    expected: ['Carta', TEXT],
    table: documentKits,
  },
}

describe.each(Object.entries(FORMS))('%s', (_name, form) => {
  const opened = async () => {
    const { id } = await aCustomer(db(), { name: 'Rita da Rede Ruim' })
    const page = await open()
    await signIn(page, 'agent', form.path(id))
    await page.goto(form.path(id))
    await form.type(page)
    const rows = async () => (await db().select().from(form.table).where(eq(form.table.customerId, id))).length
    return { page, rows }
  }

  it('keeps the typed text when the network fails, and sends it once when it is back', async () => {
    const { page, rows } = await opened()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: form.submit }).press('Enter')
    const alert = page.getByRole('alert').filter({ hasText: KEPT })
    await alert.waitFor()
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await form.typed(page)).toEqual(form.expected)
    expect(await rows()).toBe(0)
    // A second failure keeps it too.
    await page.getByRole('button', { name: 'Tentar de novo' }).press('Enter')
    await alert.waitFor()
    expect(await form.typed(page)).toEqual(form.expected)
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Tentar de novo' }).press('Enter')
    await alert.waitFor({ state: 'detached' })
    expect(await rows()).toBe(1)
  })

  it('saves once when the answer is lost and the form is sent again', async () => {
    const { page, rows } = await opened()
    await page.route('**/*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch({ maxRedirects: 0 })
      await route.abort()
    })
    await page.getByRole('button', { name: form.submit }).press('Enter')
    await page.getByRole('alert').filter({ hasText: KEPT }).waitFor()
    await page.unroute('**/*')
    await page.getByRole('button', { name: 'Tentar de novo' }).press('Enter')
    await page.getByText('Já tinha sido guardado').first().waitFor()
    expect(await rows()).toBe(1)
  })

  it('keeps the typed text when the portal answers with a fault', async () => {
    const { page, rows } = await opened()
    await page.route('**/*', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 502, body: 'Bad gateway' }) : route.continue(),
    )
    await page.getByRole('button', { name: form.submit }).press('Enter')
    await page.getByRole('alert').filter({ hasText: KEPT }).waitFor()
    expect(await form.typed(page)).toEqual(form.expected)
    await page.unroute('**/*')
    await page.getByRole('button', { name: 'Tentar de novo' }).press('Enter')
    await page.getByRole('alert').filter({ hasText: KEPT }).waitFor({ state: 'detached' })
    expect(await rows()).toBe(1)
  })
})

describe('an upload form', () => {
  const PDF = { name: 'contrato.pdf', mimeType: 'application/pdf' }
  const chosenFiles = (page: Page) =>
    page
      .locator('input[type=file]')
      .evaluate((input) => (input instanceof HTMLInputElement ? input.files?.length : null))

  const opened = async () => {
    const { id } = await aCustomer(db(), { name: 'Ubaldo Upload' })
    const userAgent = ownUserAgent()
    const page = await open({ userAgent })
    const path = `/customers/${id}/documents/new`
    await signIn(page, 'agent', path)
    await page.goto(path)
    await page.getByLabel('Título').fill('Contrato')
    await page.locator('input[type=file]').setInputFiles({ ...PDF, buffer: await aPdf() })
    const rows = async () => (await db().select().from(documentKits).where(eq(documentKits.customerId, id))).length
    return { page, rows, path, userAgent }
  }

  it('keeps texts and files when the network fails, and sends them once when it is back', async () => {
    const { page, rows } = await opened()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Guardar documentos' }).press('Enter')
    const alert = page.getByRole('alert').filter({ hasText: KEPT })
    await alert.waitFor()
    expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true)
    expect([await page.getByLabel('Título').inputValue(), await chosenFiles(page)]).toEqual(['Contrato', 1])
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Tentar de novo' }).press('Enter')
    await page.waitForURL(/\/documents$/)
    expect(await rows()).toBe(1)
  })

  it('[O10] keeps texts and files when the session has ended, and sends them after a sign-in in another tab', async () => {
    const { page, rows, path, userAgent } = await opened()
    await endSessionsOf(db(), userAgent)
    await page.getByRole('button', { name: 'Guardar documentos' }).press('Enter')
    await page.getByRole('alert').filter({ hasText: 'Sua sessão terminou' }).waitFor()
    expect([await page.getByLabel('Título').inputValue(), await chosenFiles(page)]).toEqual(['Contrato', 1])
    const other = await page.context().newPage()
    await signIn(other, 'agent', path)
    await page.getByRole('button', { name: 'Tentar de novo' }).press('Enter')
    await page.waitForURL(/\/documents$/)
    expect(await rows()).toBe(1)
  })

  it('shows a refusal of the portal', async () => {
    const { page, rows } = await opened()
    await page.locator('input[type=file]').setInputFiles({ ...PDF, buffer: Buffer.from('no PDF') })
    await page.getByRole('button', { name: 'Guardar documentos' }).press('Enter')
    await page.waitForURL(/refused=/)
    await page.getByRole('alert').filter({ hasText: 'contrato.pdf' }).waitFor()
    expect(await page.getByLabel('Título').inputValue()).toBe('Contrato')
    expect(await rows()).toBe(0)
  })
})
