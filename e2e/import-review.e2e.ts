import type { Page } from 'playwright-core'
import { cpfCheckDigits } from '@/lib/values/tax-id'
import { useBrowser } from './harness/browser'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()

const cpfOf = (base: string) => base + cpfCheckDigits(base)

async function importText(page: Page, name: string, rows: readonly string[]) {
  await page.goto('/imports/new')
  const buffer = Buffer.from(rows.join('\n'))
  await page.getByLabel('Arquivo CSV').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Enviar arquivo' }).click()
  await page.getByRole('heading', { name: 'Prévia das primeiras linhas' }).waitFor()
}

async function start(page: Page) {
  await page.getByRole('button', { name: 'Importar', exact: true }).click()
  await page.getByText('Concluída').waitFor()
}

describe.each([
  ['without scripting', false, '034567891', 'Benta'],
  ['with scripting', true, '034567892', 'Brida'],
])('rows that would rename a stranger, %s', (_how, javaScriptEnabled, base, name) => {
  const as = async () => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'admin', '/imports')
    return page
  }

  it('[O9] wait for a person, and an accepted name can be restored from the history', async () => {
    const page = await as()
    await importText(page, 'base.csv', ['nome;cpf;unsubscribed', `${name} Prado;${cpfOf(base)};1`])
    await page.getByRole('heading', { name: 'A linha do arquivo' }).waitFor()
    await page.getByRole('table').getByText('E-mail · Promoções').waitFor()
    expect(await page.getByRole('main').locator('.btn-primary').allTextContents()).toEqual(['Importar'])
    await start(page)
    await page.getByRole('link', { name: `${name} Prado` }).waitFor()

    await importText(page, 'stranger.csv', ['nome;cpf', `Carlos Lima;${cpfOf(base)}`])
    const preview = page.getByRole('table')
    await preview.getByText('A revisar').waitFor()
    await preview.getByRole('link', { name: `${name} Prado` }).waitFor()
    await start(page)
    await page.getByText('O nome da linha é muito diferente do nome do cliente').waitFor()
    await page.getByRole('button', { name: 'Aceitar a linha 1' }).click()
    await page.getByText('Linha aceita e aplicada').waitFor()
    await page.getByRole('link', { name: 'Carlos Lima' }).click()
    await page.getByRole('heading', { level: 1, name: 'Carlos Lima' }).waitFor()

    await page.goto(`${page.url()}/history`)
    await page.getByRole('link', { name: 'Restaurar o valor anterior de Nome' }).first().click()
    await page.getByRole('heading', { name: 'Restaurar este valor?' }).waitFor()
    await page.getByRole('button', { name: 'Restaurar', exact: true }).click()
    await page.getByText('Valor restaurado').waitFor()
    await page.getByRole('heading', { level: 1, name: `${name} Prado` }).waitFor()
  })
})
