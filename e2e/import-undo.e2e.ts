import type { Page } from 'playwright-core'
import { useBrowser } from './harness/browser'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()

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
])('a finished import, %s', (_how, javaScriptEnabled, base, name) => {
  const as = async () => {
    const page = await open({ javaScriptEnabled })
    await signIn(page, 'admin', '/imports')
    return page
  }

  it('[O9] shows what an undo would change, and undoes the import', async () => {
    const page = await as()
    await importText(page, 'undo.csv', ['codigo;nome', `${base}-9;${name} Desfeita`])
    await start(page)
    await page.getByRole('link', { name: 'Desfazer…' }).click()
    await page.getByText('Clientes a remover').waitFor()
    await page.getByRole('button', { name: 'Desfazer a importação' }).click()
    await page.getByText('Esta importação foi desfeita:').waitFor({ timeout: 60_000 })
    expect((await page.goto(`/customers/by/import/${base}-9`))?.status()).toBe(404)
  })
})
