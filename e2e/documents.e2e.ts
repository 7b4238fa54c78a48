import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'playwright-core'
import { STORIES } from '@/lib/demo/story-ids'
import { DOCUMENTS } from '@/lib/demo/stories/documents'
import { aPdf, anEncryptedPdf, aPdfBomb } from '@/lib/pdf/hostile'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const SECTION = `/customers/${STORIES.mariaClara}/documents`
const file = (name: string, content: Buffer) => ({ name, mimeType: 'application/pdf', buffer: content })
const says = (page: Page, text: string) => page.getByText(text).first().waitFor()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

describe.each([
  ['without scripting', false],
  ['with scripting', true],
])('documents, %s', (_how, javaScriptEnabled) => {
  const as = async (role: Parameters<typeof signIn>[1], path: string) => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, role, path)
    return page
  }

  it('[F8][D1][D2] finds a document by its number, reads it and downloads it', async () => {
    const page = await as('agent', '/customers')
    await page.getByRole('search').getByRole('combobox').first().selectOption('document_number')
    await page.locator('input[name=q]').fill('nf-000184532')
    await page.locator('input[name=q]').press('Enter')
    await page.getByRole('link', { name: /documento nº NF-000184532/ }).click()
    await page.waitForURL(`**/documents/${DOCUMENTS.invoice}`)
    await says(page, 'Sobre o documento')
    const href = await page.getByRole('link', { name: 'Abrir em nova aba' }).getAttribute('href')
    const whole = await page.request.get(href!)
    expect(whole.headers()['content-type']).toBe('application/pdf')
    expect((await PDFDocument.load(await whole.body())).getPageCount()).toBe(1)
    const part = await page.request.get(href!, { headers: { range: 'bytes=0-4' } })
    expect([part.status(), (await part.body()).toString()]).toEqual([206, '%PDF-'])
    const download = await page.request.get(`${href}?download=1`)
    expect(download.headers()['content-disposition']).toMatch(/^attachment; filename="Segunda via da nota.pdf"/)
  })

  it('[D5][D8] shows how a document was sent, by channel and with its message', async () => {
    const page = await as('agent', `${SECTION}/${DOCUMENTS.accepted}`)
    const sends = page.locator('#sends')
    await sends.getByText('para m****@example.com').waitFor()
    await sends.getByText('Ver a mensagem').click()
    await sends.getByText('Seu contrato está pronto para o aceite').waitFor()
    await sends.getByText('· Link aberto').waitFor()
    await sends.getByRole('link', { name: 'SMS' }).click()
    await sends.getByText('Nenhum envio por este canal.').waitFor()
  })

  it('[D3] uploads a kit of four and sends two of them again', async () => {
    const { id } = await aCustomer(db(), { name: 'Dora Documentos' })
    await aPoint(db(), id, {
      value: 'dora@example.com',
      normalized: 'dora@example.com',
      matchKey: 'dora@example.com',
      primaryAt: new Date(),
    })
    const page = await as('agent', `/customers/${id}/documents/new`)
    await page.getByLabel('Título').fill('Contrato de locação')
    await page.getByLabel('Jornada').selectOption({ label: 'Segunda via de documentos' })
    await page
      .getByLabel('Arquivos PDF')
      .setInputFiles(
        ['contrato', 'anexo', 'vistoria', 'recibo'].map((name, index) => file(`${name}.pdf`, aPdf(index + 1))),
      )
    await button(page, 'Guardar documentos').click()
    await says(page, 'Documentos guardados')
    await says(page, '4 documentos')
    await page.getByRole('link', { name: 'Reenviar' }).click()
    await page.getByLabel(/^anexo/).uncheck()
    await page.getByLabel(/^recibo/).uncheck()
    await button(page, 'Enviar').click()
    await says(page, 'Documentos a caminho')
    expect(await page.locator('.document-send').count()).toBe(2)
  })

  it('refuses a file that is no PDF, is protected or is a bomb, with a message at the field and no typed text in the address', async () => {
    const { id } = await aCustomer(db(), { name: 'Hilda Hostil' })
    const page = await as('agent', `/customers/${id}/documents/new`)
    for (const [content, message] of [
      [Buffer.from('<html>'), 'Este arquivo não é um PDF.'],
      [await anEncryptedPdf(), 'Este PDF está protegido por senha.'],
      [aPdfBomb('ObjStm'), 'Este PDF exige memória ou tempo demais para ser lido.'],
    ] as const) {
      await page.getByLabel('Título').fill('Falso')
      await page.getByLabel('Número').fill('N-77')
      await page.getByLabel('Jornada').selectOption({ label: 'Segunda via de documentos' })
      await page.getByLabel('Arquivos PDF').setInputFiles([file('a.pdf', content)])
      await button(page, 'Guardar documentos').click()
      await page.locator('.field-error').getByText(`“a.pdf”: ${message}`).waitFor()
      expect(await page.getByLabel('Arquivos PDF').getAttribute('aria-invalid')).toBe('true')
      expect([await page.getByLabel('Título').inputValue(), await page.getByLabel('Número').inputValue()]).toEqual([
        'Falso',
        'N-77',
      ])
      await page
        .getByLabel('Jornada')
        .locator('option:checked')
        .getByText('Segunda via de documentos')
        .waitFor({ state: 'attached' })
      expect(page.url()).not.toMatch(/Falso|N-77|a\.pdf/)
    }
    await page.goto(`/customers/${id}/documents`)
    await says(page, 'Nenhum documento ainda.')
  })

  it('writes a letter and shows it', async () => {
    const { id } = await aCustomer(db(), { name: 'Cora Carta' })
    const page = await as('agent', `/customers/${id}/documents/new?how=letter`)
    await button(page, 'Criar documento').click()
    await page.getByRole('link', { name: 'Título: Preencha este campo' }).waitFor()
    await page.getByLabel('Título').fill('Declaração')
    await page.getByLabel('Texto').fill('Nada consta.')
    await button(page, 'Criar documento').click()
    await says(page, 'Documentos guardados')
    await says(page, '1 página')
  })

  it('[D4][D7] offers no resend without a journey, and names the person who deleted a document', async () => {
    const page = await as('agent', SECTION)
    await says(page, 'Sem jornada: não pode ser reenviado')
    await says(page, 'Documento deletado')
    await page.getByText(/Excluído em \d{2}\/\d{2}\/\d{4}, \d{2}:\d{2} por Helena Prado/).waitFor()
    await page.getByRole('link', { name: /Precisa dele\? Fale com Helena Prado/ }).waitFor()
    const deleted = await page.request.get(`/api/documents/${STORIES.mariaClara}/${DOCUMENTS.deleted}/original`)
    expect(deleted.status()).toBe(410)
  })
})

it('[D6] restores an archived document and mails a link to the person who requested it', async () => {
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'agent', SECTION)
  const archived = await page.request.get(`/api/documents/${STORIES.mariaClara}/${DOCUMENTS.archived}/original`)
  expect([archived.status(), await archived.text()]).toEqual([409, 'Este documento está arquivado!'])
  await button(page, 'Solicitar documento').click()
  await says(page, 'Documento solicitado. O link vai para o seu e-mail.')
  const restored = await waitForFile(page, `/api/documents/${STORIES.mariaClara}/${DOCUMENTS.archived}/original`)
  expect((await PDFDocument.load(restored)).getPageCount()).toBe(1)
})

/** Requests the file until the worker has restored it, which takes about a second. */
async function waitForFile(page: Page, path: string): Promise<Buffer> {
  for (;;) {
    const answer = await page.request.get(path)
    if (answer.ok()) return answer.body()
  }
}
