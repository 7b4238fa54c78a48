import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'playwright-core'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const TITLES = ['Contrato', 'Resumo', 'Proposta', 'Privacidade']
const WORKER_LIMIT_MS = 30_000

async function aPdf(title: string): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  pdf.addPage([300, 300]).drawText(title, { x: 40, y: 200, size: 20 })
  return Buffer.from(await pdf.save())
}

/** Opens the page again and again until the worker has done its work. */
async function waitForWorker(page: Page, path: string, isDone: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + WORKER_LIMIT_MS; Date.now() < deadline;) {
    await page.goto(path)
    if (await isDone()) return
  }
  throw new Error(`the worker was not ready in time: ${path}`)
}

const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click()
const says = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** Waits until the newest delivery to a customer is sent, and opens it. Returns its address. */
async function openNewest(page: Page, customer: string, title: string | RegExp): Promise<string> {
  const row = page.getByRole('listitem').filter({ hasText: customer }).filter({ hasText: title }).first()
  await waitForWorker(
    page,
    '/outbox',
    async () => (await row.count()) > 0 && (await row.innerText()).includes('Enviada'),
  )
  await row.getByRole('link').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page.url()
}

it('[F8][D2][D3][D5][A1][A2][A4][N1][N9][P8][P10] takes a document from upload to laudo without scripting, and refuses to send after an unsubscription', async () => {
  const { id, name } = await aCustomer(db(), { name: 'Iolanda Documento' })
  const address = 'iolanda@example.com'
  await aPoint(db(), id, { value: address, normalized: address, matchKey: address, primaryAt: new Date() })
  const number = `DIA${Date.now()}`
  const staff = await open({ javaScriptEnabled: false })
  const customer = await open({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  await signIn(staff, 'agent', `/customers/${id}/documents/new`)

  // The agent uploads four files.
  await staff.getByLabel('Título').fill('Papéis do dia')
  await staff.getByLabel('Número').fill(number)
  await staff.getByLabel('Jornada').selectOption({ label: 'Contrato e aceite' })
  const files = await Promise.all(
    TITLES.map(async (title) => ({ name: `${title}.pdf`, mimeType: 'application/pdf', buffer: await aPdf(title) })),
  )
  await staff.getByLabel('Arquivos PDF').setInputFiles(files)
  await press(staff, 'Guardar documentos')
  await says(staff, 'Papéis do dia')

  // The agent finds the kit by its number and reads a document.
  await staff.goto(`/customers?type=document_number&q=${number}`)
  await link(staff, new RegExp(`documento nº ${number}`)).click()
  await says(staff, 'Sobre o documento')
  const file = await link(staff, 'Abrir em nova aba').getAttribute('href')
  expect((await (await staff.request.get(file!)).body()).subarray(0, 5).toString()).toBe('%PDF-')

  // The agent requests the acceptance of one document, then sends two of the four again.
  await staff.goto(`/customers/${id}/acceptances/new`)
  await link(staff, TITLES[0]!).click()
  await press(staff, 'Enviar para aceite')
  await says(staff, 'Aguardando aceite')
  await staff.goto(`/customers/${id}/documents`)
  await link(staff, 'Reenviar').click()

  // The customer has no phone number, so the form requires another one.
  await staff.getByLabel('Canal').selectOption({ label: 'SMS' })
  await press(staff, 'Continuar')
  expect(await staff.getByRole('radio', { name: 'Outro número' }).isChecked()).toBe(true)
  await press(staff, 'Enviar')
  await staff.getByRole('alert').getByText('Preencha este campo').waitFor()

  await staff.getByLabel('Canal').selectOption({ label: 'E-mail' })
  await press(staff, 'Continuar')
  for (const title of TITLES.slice(2)) await staff.getByRole('checkbox', { name: new RegExp(`^${title}`) }).uncheck()
  const resend = staff.url()
  await press(staff, 'Enviar')
  // The form shows the same title, so the title alone does not prove that the answer has arrived.
  await staff.waitForURL((url) => url.href !== resend)
  await says(staff, 'Papéis do dia')

  // The customer follows the link to both documents and from there to the acceptance, gets a code at the same address, and accepts the document.
  const delivery = await openNewest(staff, name, /./)
  for (const title of TITLES.slice(0, 2)) await says(staff, `${title}.pdf`)
  expect(await staff.getByText(`${TITLES[2]}.pdf`).count()).toBe(0)
  const [documentsPath, unsubscribePath] = [
    await staff.getByRole('link', { name: /\/d\// }).getAttribute('href'),
    await staff.getByRole('link', { name: /\/u\// }).getAttribute('href'),
  ]
  await customer.goto(documentsPath!)
  for (const title of TITLES.slice(0, 2)) await says(customer, title)
  const acceptancePath = await link(customer, 'Ler e responder ao pedido de aceite').getAttribute('href')
  await customer.goto(acceptancePath!)
  await press(customer, 'Enviar código')
  await says(customer, 'Enviamos o código')
  await openNewest(staff, name, 'código')
  const code = /\b\d{6}\b/.exec(await staff.locator('main').innerText())![0]
  await customer.goto(acceptancePath!)
  await customer.getByLabel('Seu nome completo').fill(name)
  await customer.getByLabel('Código de 6 dígitos').fill(code)
  await customer.getByLabel(/Li o documento/).check()
  await press(customer, 'Aceitar documento')
  await says(customer, 'Documento aceito')

  // The agent simulates the provider's events.
  for (const event of ['Entregue', 'Aberta']) {
    await staff.goto(delivery)
    await press(staff, event)
  }

  // The profile shows status, history, totals and laudo.
  const laudo = link(staff, 'Baixar final com laudo')
  await waitForWorker(staff, `/customers/${id}/acceptances`, async () => (await laudo.count()) > 0)
  await says(staff, 'Aceito')
  const final = await (await staff.request.get((await laudo.getAttribute('href'))!)).body()
  expect((await PDFDocument.load(final)).getPageCount()).toBeGreaterThan(1)
  await staff.goto(`/customers/${id}/interactions`)
  for (const text of ['Aberta', 'Entregue', /desde/]) await says(staff, text)
  await staff.goto(`/customers/${id}/history`)
  for (const hasText of ['Documento aceito', 'Mensagem reenviada', 'Documentos incluídos'])
    await staff.getByRole('listitem').filter({ hasText }).first().waitFor()

  // The customer unsubscribes. The next resend is refused with the reason.
  await customer.goto(unsubscribePath!)
  await press(customer, 'Cancelar mensagens')
  await says(customer, 'Pronto, está cancelado')
  await staff.goto(resend)
  await says(staff, /O cliente recusou o contato por este canal/)
  expect(await staff.getByRole('button', { name: 'Enviar', exact: true }).count()).toBe(0)
}, 240_000)
