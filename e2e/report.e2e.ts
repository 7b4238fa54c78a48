import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { PAULISTA } from '@/lib/demo/stores'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const NAMES = ['=Zilda Filtrada', 'Yara; Filtrada', 'Xênia Filtrada']

/** The newest activity first. */
async function plantCustomers() {
  for (const [at, name] of NAMES.entries()) {
    const { id } = await aCustomer(db(), {
      name,
      storeId: PAULISTA.id,
      lastActivityAt: new Date(Date.UTC(2026, 0, 20 - at)),
      documentType: 'cpf',
      documentNumber: '11144477735',
    })
    const address = { street: 'Rua A', city: 'Filtrópolis', state: 'SP', country: 'BR' }
    await aPoint(db(), id, { channel: 'address', value: 'Rua A', normalized: 'rua a', matchKey: null, address })
  }
}

const cellsOf = (page: Page): Promise<string[][]> =>
  page
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent!.trim())))

it('[F10][F12][O7] a manager without scripting filters, saves, walks through, exports and downloads the same customers', async () => {
  await plantCustomers()
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'manager', '/reports/customers')

  await page.getByLabel('Dias sem contato').fill('x')
  await page.getByRole('button', { name: 'Filtrar' }).click()
  await page.getByText('Escreva um número de dias de 1 a 36500').waitFor()
  await page.getByLabel('Dias sem contato').fill('30')
  await page.getByLabel('Cidade', { exact: true }).first().fill('filtropolis')
  await page.getByText('Colunas e ordem').click()
  for (const name of ['Telefone', 'E-mail', 'Responsável']) await page.getByRole('checkbox', { name }).uncheck()
  await page.getByRole('checkbox', { name: 'Documento' }).check()
  await page.getByRole('button', { name: 'Filtrar' }).click()
  await page.getByRole('heading', { name: '3 clientes' }).waitFor()
  const shown = await cellsOf(page)
  expect(shown.map(([name]) => name)).toEqual(NAMES)

  await page.getByRole('link', { name: 'Salvar visão' }).click()
  await page.getByLabel('Nome').fill('Gente de Filtrópolis')
  await page.getByRole('button', { name: 'Salvar' }).click()
  await page.getByRole('heading', { name: 'Gente de Filtrópolis' }).waitFor()
  const view = page.url()

  await page.getByRole('link', { name: NAMES[0]! }).click()
  await page.locator('.walk').getByText('1 / 3').waitFor()
  for (const name of NAMES.slice(1)) {
    await page.locator('#walk-next').click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
  }
  await page.locator('.walk').getByText('3 / 3').click()
  await page.getByRole('heading', { name: '3 clientes' }).waitFor()

  await page.goto(view)
  await page.getByRole('link', { name: 'Exportar', exact: true }).click()
  await page.getByRole('button', { name: 'Exportar' }).click()
  const link = page.getByRole('link', { name: 'Baixar CSV' })
  await link.waitFor({ timeout: 30_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const file = readFileSync(await download.path(), 'utf8')
  const titles = ['Nome', 'Documento', 'Loja', 'Última atividade']
  const rows = shown.map(([name, ...cells]) => [name!.replace(/^=/, "'="), ...cells])
  expect(file).toBe(`\ufeff${[titles, ...rows].map(csvLine).join('')}`)
})

const csvLine = (cells: string[]): string =>
  `${cells.map((cell) => (cell === '—' ? '' : cell.includes(';') ? `"${cell}"` : cell)).join(';')}\r\n`
