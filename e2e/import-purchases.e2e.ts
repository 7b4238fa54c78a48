import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { useBrowser } from './harness/browser'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()

async function upload(page: Page, kind: string, name: string, rows: readonly string[]) {
  await page.goto('/imports/new')
  await page.getByLabel('O que há no arquivo').selectOption(kind)
  const buffer = Buffer.from(rows.join('\n'))
  await page.getByLabel('Arquivo CSV').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Enviar arquivo' }).click()
  await page.getByRole('heading', { name: 'Prévia das primeiras linhas' }).waitFor()
}

async function start(page: Page) {
  await page.getByRole('button', { name: 'Importar', exact: true }).click()
  await page.getByText('Concluída').waitFor()
}

it('[B3] imports purchases without scripting, reports rejected rows, and undoes the import', async () => {
  const page = await open({ javaScriptEnabled: false })
  await signIn(page, 'admin', '/imports')
  await upload(page, 'customers', 'compradores.csv', ['codigo;nome', 'B-77;Beatriz Compradora'])
  await start(page)
  await upload(page, 'purchases', 'compras.csv', [
    'pedido;dia;total;status;codigo do cliente',
    'P-1;03/02/2026 14:30;"1.234,56";Entregue;B-77',
    'P-2;04/02/2026;10,00;Entregue;B-78',
  ])
  // The column of the date has an unusual name, so a person maps it.
  await page.getByLabel('Data e hora da compra').selectOption('dia')
  await page.getByRole('button', { name: 'Atualizar prévia' }).click()
  await page.getByRole('cell', { name: 'Novo', exact: true }).waitFor()
  await page.getByText('Nenhum cliente tem este código, documento ou contato.').first().waitFor()
  await start(page)
  await page.getByText('Compra P-1').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Baixar CSV com os motivos' }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('P-2')
  await page.getByRole('link', { name: 'Desfazer…' }).click()
  await page.getByText('Novas compras, itens, devoluções e créditos a remover').waitFor()
  await page.getByRole('button', { name: 'Desfazer a importação' }).click()
  await page.getByText('Esta importação foi desfeita:').waitFor({ timeout: 60_000 })
  await page.getByText('Compra P-1').waitFor({ state: 'detached' })
})
