import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { cpfCheckDigits } from '@/lib/values/tax-id'
import { useBrowser } from './harness/browser'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()

const cpfOf = (base: string) => base + cpfCheckDigits(base)

/** A file as Brazilian spreadsheets save it: Latin-1, semicolons, a title above the header, and a CPF without its leading zero. */
const fileOf = (name: string, base: string) =>
  Buffer.from(
    [
      'Cadastro de clientes da feira',
      '',
      'Código;Nome completo;CPF;DDD;Telefone;E-mail;Profissão',
      `${base}-1;${name} Conceição;${cpfOf(base).replace(/^0+/, '')};11;98123-4567;${base}@example.com;florista`,
      `${base}-2;${name} Errada;11144477736;;;;`,
    ].join('\r\n'),
    'latin1',
  )

async function upload(page: Page, name: string, buffer: Buffer) {
  await page.getByRole('link', { name: 'Nova importação' }).click()
  await page.getByLabel('Arquivo CSV').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Enviar arquivo' }).click()
}

describe.each([
  ['without scripting', false, 'Zenaide', '023456781'],
  ['with scripting', true, 'Zuleica', '023456782'],
])('an import, %s', (_how, javaScriptEnabled, name, base) => {
  const as = async (role: Parameters<typeof signIn>[1]) => {
    const page = await open({ javaScriptEnabled, acceptDownloads: true })
    await signIn(page, role, '/imports')
    return page
  }

  it('[O2][I9][I10] uploads, maps, previews, imports and reports, and the customer is found', async () => {
    const page = await as('admin')
    await upload(page, 'feira.csv', fileOf(name, base))
    const preview = page.getByRole('table')
    await preview.getByText(`${name} Conceição`).waitFor()
    await preview.getByText('os zeros à esquerda foram restaurados').waitFor()
    await preview.getByText('os dígitos verificadores não conferem').waitFor()
    await page.getByRole('textbox', { name: 'Sistema de origem' }).fill(`feira-${base}`)
    await page.getByRole('button', { name: 'Atualizar prévia' }).click()
    await page.getByText(`feira-${base}`, { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Importar', exact: true }).click()
    await page.getByText('Concluída').waitFor()
    await page.getByText('Linhas aceitas com observações').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Baixar CSV com os motivos' }).first().click(),
    ])
    const report = readFileSync(await download.path(), 'utf8')
    expect(report).toContain(`${base}-2;${name} Errada;11144477736`)
    expect(report).toContain('os dígitos verificadores não conferem')
    await page.goto(`/customers/by/feira-${base}/${base}-1`)
    await page.getByRole('heading', { level: 1, name: `${name} Conceição` }).waitFor()
    await page.goto(`/customers?q=${cpfOf(base)}`)
    await page.getByRole('main').getByText(`${name} Conceição`).first().waitFor()
  })

  it('[O2] changes nothing when the same file is imported again, and warns before', async () => {
    const page = await as('admin')
    await upload(page, 'feira.csv', fileOf(name, base))
    await page.getByText('Este mesmo arquivo já foi importado por inteiro').waitFor()
    await page.getByRole('table').getByText('Sem mudança').waitFor()
  })

  it('[O2] says why it rejects a file', async () => {
    const page = await as('admin')
    await upload(page, 'clientes.xlsx', Buffer.from('PK\u0003\u0004 not a csv'))
    await page
      .locator('.field-error')
      .getByText('“clientes.xlsx”: Este arquivo é uma planilha ou um arquivo compactado')
      .waitFor()
  })

  it('[O2] is not available to users who cannot see every customer', async () => {
    const page = await as('manager')
    await page.getByText('Sua conta não alcança todos os clientes').waitFor()
  })
})
