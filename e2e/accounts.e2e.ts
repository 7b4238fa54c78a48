import { aCustomer } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

it('[M2] an account is added on a phone without scripting, revealed, and unlinked', async () => {
  const { id } = await aCustomer(db(), { name: 'Abigail Contas' })
  const page = await open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  await signIn(page, 'agent', `/customers/${id}/accounts`)
  await page.getByRole('link', { name: 'Adicionar conta' }).click()
  await page.getByLabel('Sistema de origem').fill('Cartões')
  await page.getByLabel('Número da conta').fill('5021')
  await page.getByLabel('Nome', { exact: true }).fill('Cartão da loja')
  await page.getByLabel('Dados adicionais').fill('Limite: 2.500,00\nVencimento: dia 12')
  await page.getByRole('button', { name: 'Adicionar conta' }).click()
  await page.getByText('Cartões · nº 5021').waitFor()
  await page.getByText('2 dados adicionais').click()
  expect(await page.getByText('2.500,00').count()).toBe(0)
  await page.getByRole('button', { name: 'Revelar os dados adicionais de Cartão da loja' }).click()
  await page.getByText('2 dados adicionais').click()
  await page.getByText('2.500,00').waitFor()
  await page.getByRole('link', { name: 'Cartão da loja' }).click()
  await page.getByRole('button', { name: 'Desvincular', exact: true }).click()
  await page.getByRole('button', { name: 'Sim, desvincular' }).click()
  await page.getByText('1 conta desvinculada').waitFor()
})
