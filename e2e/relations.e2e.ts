import { eq } from 'drizzle-orm'
import { relationships } from '@/db/schema'
import { aCustomer } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }

it('[M1] two customers are related on a phone without scripting, shown on both profiles, and removed', async () => {
  const mother = await aCustomer(db(), { name: 'Doralice Relacionada' })
  const child = await aCustomer(db(), { name: 'Teobaldo Relacionado' })
  const page = await open(PHONE)
  await signIn(page, 'agent')
  await page.goto(`/customers/${mother.id}/related`)
  await page.getByRole('link', { name: 'Relacionar cliente' }).click()
  await page.getByLabel('Buscar o outro cliente').fill('Teobaldo Relacionado')
  await page.locator('form.filter').getByRole('button', { name: 'Buscar' }).click()
  await page.getByRole('link', { name: 'Escolher Teobaldo Relacionado' }).click()
  await page.getByRole('button', { name: 'Relacionar' }).click()
  await page.getByRole('link', { name: /Marque pelo menos uma relação/ }).waitFor()
  await page.getByLabel('filha(o) de').check()
  await page.getByRole('button', { name: 'Relacionar' }).click()
  await page.getByRole('cell', { name: 'filha(o) de Doralice Relacionada' }).waitFor()
  await page.getByRole('link', { name: 'Teobaldo Relacionado', exact: true }).click()
  await page.goto(`/customers/${child.id}/related`)
  await page.getByRole('cell', { name: 'mãe de Teobaldo Relacionado' }).waitFor()
  await page.getByRole('link', { name: 'Editar a relação com Doralice Relacionada' }).click()
  await page.getByRole('button', { name: 'Remover' }).first().click()
  await page.locator('#remove-relationship').click()
  await page.getByText('Nenhum cliente relacionado').waitFor()
  const rows = await db().select().from(relationships).where(eq(relationships.customerId, mother.id))
  expect(rows.map(({ removedAt }) => removedAt !== null)).toEqual([true])
})
