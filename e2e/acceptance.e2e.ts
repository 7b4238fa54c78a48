import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, desc, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { acceptances, outbox } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { aJourney, aPdf } from '@/lib/testing/documents'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled: false }

/** Plants a customer with one PDF and requests its acceptance without scripting. Returns the path of the link that was sent. */
async function requestAcceptance(page: Page, name: string) {
  const customer = await aCustomer(db(), { name })
  const email = `${customer.id}@example.com`
  await aPoint(db(), customer.id, { value: email, normalized: email, matchKey: email, primaryAt: new Date() })
  const journey = await aJourney(db())
  await signIn(page, 'agent', `/customers/${customer.id}/documents/new`)
  await upload(page, customer.id, journey.id)
  await page.goto(`/customers/${customer.id}/acceptances/new`)
  await page.getByRole('link', { name: 'Contrato', exact: false }).first().click()
  await page.getByRole('button', { name: 'Enviar para aceite' }).click()
  await page.getByText('Aguardando aceite').first().waitFor()
  return { customer, path: new URL(/https?:\S+\/a\/[\w-]{43}/.exec(await newestText(customer.id))![0]).pathname }
}

/** Posts to the route handler as the form does. The form itself is tested in documents.e2e.ts. */
async function upload(page: Page, customerId: string, journeyId: string) {
  const pdf = await aPdf()
  await page.request.post('/api/documents', {
    headers: { origin: process.env.APP_URL! },
    multipart: {
      customerId,
      idempotencyKey: newId(),
      title: 'Contrato de adesão',
      journeyId,
      files: { name: 'contrato.pdf', mimeType: 'application/pdf', buffer: pdf },
    },
  })
}

async function newestText(customerId: string, kind: 'send' | 'acceptance_code' = 'send'): Promise<string> {
  const [row] = await db()
    .select()
    .from(outbox)
    .where(and(eq(outbox.customerId, customerId), eq(outbox.kind, kind)))
    .orderBy(desc(outbox.id))
    .limit(1)
  return row!.payload!.text
}

const codeOf = async (customerId: string) => /\b\d{6}\b/.exec(await newestText(customerId, 'acceptance_code'))![0]
const rowOf = async (customerId: string) =>
  (await db().select().from(acceptances).where(eq(acceptances.customerId, customerId)))[0]!

async function askForCode(page: Page, customerId: string, path: string) {
  await page.goto(path)
  await page.getByRole('button', { name: 'Enviar código' }).click()
  await page.getByText('Enviamos o código').waitFor()
  return codeOf(customerId)
}

async function accept(page: Page, code: string, name: string) {
  await fillAcceptance(page, code, name)
  await page.getByRole('button', { name: 'Aceitar documento' }).click()
}

async function fillAcceptance(page: Page, code: string, name: string) {
  await page.getByLabel('Seu nome completo').fill(name)
  await page.getByLabel('Código de 6 dígitos').fill(code)
  await page.getByLabel('Li o documento e concordo').check()
}

/** Reloads the page until the worker has created the final document. Returns its bytes. */
async function waitForFinal(page: Page): Promise<Buffer> {
  const link = page.getByRole('link', { name: 'Baixar documento final' })
  for (let tries = 0; tries < 60 && !(await link.count()); tries++) {
    await page.waitForTimeout(500)
    await page.reload()
  }
  return (await page.request.get((await link.getAttribute('href'))!)).body()
}

/** Returns the words that are missing in the text of a PDF. Without Poppler the list is empty. */
function missingIn(pdf: Buffer, words: string[]): string[] {
  const { stdout, error } = spawnSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })
  const text = error ? null : stdout.replace(/\s/g, '')
  return text === null ? [] : words.filter((word) => !text.includes(word.replace(/\s/g, '')))
}

/** Returns Poppler's report on the signature of a PDF, or null if Poppler is not installed. */
function signatureOf(pdf: Buffer): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'retrato-signed-'))
  writeFileSync(join(folder, 'final.pdf'), pdf)
  const { stdout, error } = spawnSync('pdfsig', [join(folder, 'final.pdf')], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return error ? null : stdout
}

describe('a request to accept a document, without scripting', () => {
  it('[A1][A2][A3][A4][A5][A6] is accepted on a phone, and its signed final document with the laudo can be verified', async () => {
    const staff = await open({ javaScriptEnabled: false })
    const { customer, path } = await requestAcceptance(staff, 'Aceitante da Silva')
    const page = await open(PHONE)
    const code = await askForCode(page, customer.id, path)
    await accept(page, code === '000000' ? '111111' : '000000', 'Aceitante Silva')
    await page.getByText('Este código não confere').first().waitFor()
    expect(await page.getByLabel('Seu nome completo').inputValue()).toBe('Aceitante Silva')
    await accept(page, code, 'Aceitante Silva')
    await page.getByRole('heading', { name: 'Documento aceito' }).waitFor()
    const { protocol, originalSha256 } = await rowOf(customer.id)
    const pdf = await waitForFinal(page)
    const words = [
      protocol,
      originalSha256,
      'Laudo de aceite digital',
      'Aceitante da Silva',
      `${customer.id}@example.com`,
      'Horário de Brasília',
      '/verify?protocol=',
    ]
    expect(missingIn(pdf, words)).toEqual([])
    expect(pdf.includes('ETSI.CAdES.detached')).toBe(true)
    for (const line of ['Empresa de Teste Ltda', 'Total document signed', 'Signature is Valid'])
      expect(signatureOf(pdf) ?? line).toContain(line)

    await page.goto(`/verify?protocol=${protocol.toLowerCase().replaceAll('-', ' ')}`)
    await page.getByText('Aceitante D. S.').waitFor()
    await page.getByLabel('Arquivo PDF').setInputFiles({ name: 'final.pdf', mimeType: 'application/pdf', buffer: pdf })
    await page.getByRole('button', { name: 'Conferir arquivo' }).click()
    await page.getByText('Confere: é o documento final').waitFor()
    const altered = Buffer.from(pdf)
    altered[200]! ^= 1
    await page
      .getByLabel('Arquivo PDF')
      .setInputFiles({ name: 'final.pdf', mimeType: 'application/pdf', buffer: altered })
    await page.getByRole('button', { name: 'Conferir arquivo' }).click()
    await page.getByText('Não confere').waitFor()

    await staff.goto(`/customers/${customer.id}/acceptances`)
    await staff.getByText('Aceito', { exact: true }).first().waitFor()
    await staff.getByRole('link', { name: /Baixar final com laudo/ }).waitFor()
  })

  it('[A4] is not accepted by GET and HEAD requests, and the page says when it has expired', async () => {
    const staff = await open({ javaScriptEnabled: false })
    const { customer, path } = await requestAcceptance(staff, 'Prazo Curto')
    const visitor = await open(PHONE)
    for (let round = 0; round < 100; round++) {
      await visitor.request.get(path)
      await visitor.request.head(path)
    }
    expect(await rowOf(customer.id)).toMatchObject({ status: 'waiting', codeHash: null, decidedAt: null })
    await db()
      .update(acceptances)
      .set({ expiresAt: new Date(Date.now() - 1000) })
      .where(eq(acceptances.customerId, customer.id))
    await visitor.goto(path)
    await visitor.getByRole('heading', { name: 'O prazo terminou' }).waitFor()
    const unknown = await visitor.request.get(`/a/${'x'.repeat(43)}`)
    expect(unknown.status()).toBe(404)
  })

  it('[A4] asks about a name that differs, and records it when the person confirms it', async () => {
    const staff = await open({ javaScriptEnabled: false })
    const { customer, path } = await requestAcceptance(staff, 'Assinante Original')
    const page = await open(PHONE)
    const code = await askForCode(page, customer.id, path)
    expect(await page.getByText('Assinante Original').count()).toBe(0)
    await accept(page, code, 'Outra Pessoa')
    await page.getByText('O nome não confere').first().waitFor()
    expect(await rowOf(customer.id)).toMatchObject({ status: 'waiting' })
    await page.waitForTimeout(3_100)
    await accept(page, code, 'Outra Pessoa')
    await page.getByRole('heading', { name: 'Documento aceito' }).waitFor()
    await staff.goto(`/customers/${customer.id}/acceptances`)
    await staff.getByRole('link', { name: /contrato.*, RT-/i }).click()
    await staff.getByText('Registro de eventos').click()
    await staff.getByText('difere do nome do cadastro').first().waitFor()
  })

  it('[A4] is refused with a reason, which the agent can read', async () => {
    const staff = await open({ javaScriptEnabled: false })
    const { customer, path } = await requestAcceptance(staff, 'Recusante')
    const page = await open(PHONE)
    const code = await askForCode(page, customer.id, path)
    await page.getByRole('link', { name: 'Não concordo com o documento' }).click()
    await page.getByLabel('Motivo').fill('O valor está errado')
    await page.getByLabel('Código de 6 dígitos').fill(code)
    await page.getByRole('button', { name: 'Recusar documento' }).click()
    await page.getByRole('heading', { name: 'Documento recusado' }).waitFor()
    await staff.goto(`/customers/${customer.id}/acceptances`)
    await staff.getByText('O valor está errado').waitFor()
    await staff.getByRole('link', { name: /contrato.*, RT-/i }).click()
    await staff.getByText('Sem laudo: o documento foi recusado').waitFor()
  })
})

describe('a request to accept a document, with scripting and after asking for a code', () => {
  /** Asks for a code, which leaves the browser at an address that ends in `#answer`. */
  async function openAnswer(name: string) {
    const { customer, path } = await requestAcceptance(await open({ javaScriptEnabled: false }), name)
    const page = await open()
    const code = await askForCode(page, customer.id, path)
    await page.waitForURL((url) => url.hash === '#answer')
    return { customer, page, code }
  }

  it.each([
    ['one press', 1],
    ['a double click', 2],
  ])('[A4] shows that it is accepted after %s', async (_, clickCount) => {
    const { customer, page, code } = await openAnswer('Aceita Com Script')
    await fillAcceptance(page, code, 'Aceita Com Script')
    await page.getByRole('button', { name: 'Aceitar documento' }).click({ clickCount })
    await page.getByRole('heading', { name: 'Documento aceito' }).waitFor()
    expect(await rowOf(customer.id)).toMatchObject({ status: 'accepted' })
  })

  it('[A4] shows that it is refused', async () => {
    const { customer, page, code } = await openAnswer('Recusa Com Script')
    await page.getByRole('link', { name: 'Não concordo com o documento' }).click()
    await page.getByLabel('Código de 6 dígitos').fill(code)
    await page.getByRole('button', { name: 'Recusar documento' }).click()
    await page.getByRole('heading', { name: 'Documento recusado' }).waitFor()
    expect(await rowOf(customer.id)).toMatchObject({ status: 'refused' })
  })
})

it('[A5] hashes a file in the browser and does not upload it', async () => {
  const page = await open()
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await page.goto('/verify')
  await page.getByText('não é enviado').waitFor()
  const pdf = await aPdf()
  await page.getByLabel('Arquivo PDF').setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: pdf })
  await page.getByRole('button', { name: 'Conferir arquivo' }).click()
  await page.getByText('Não confere').waitFor()
  expect(page.url()).toContain(createHash('sha256').update(pdf).digest('hex'))
  expect(sent).toEqual([])
})
