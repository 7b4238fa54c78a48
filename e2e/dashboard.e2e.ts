import { cases } from '@/db/schema'
import { JULIA } from '@/lib/auth/demo-users'
import { DEFAULT_STATES } from '@/lib/cases/default-states'
import { aCustomer } from '@/lib/testing/builders'
import { aSend, happened } from '@/lib/testing/sent'
import { newId } from '@/lib/values/ids'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

/** A customer with a case in March and another in April, and three messages in March that arrived. */
async function aCustomerWithFigures() {
  const { id: customerId } = await aCustomer(db(), { name: 'Dora Painel' })
  for (const createdAt of [new Date('2026-03-31T12:00:00Z'), new Date('2026-04-01T12:00:00Z')])
    await db()
      .insert(cases)
      .values({
        ...{ customerId, id: newId(), subject: `Troca de ${createdAt.getUTCMonth() + 1}`, createdAt },
        ...{ stateId: DEFAULT_STATES.new, createdBy: JULIA.id },
      })
  for (const day of [1, 2, 3]) {
    const at = new Date(Date.UTC(2026, 2, day, 12))
    const send = await aSend(db(), customerId, { createdAt: at })
    for (const kind of ['sent', 'delivered'] as const) await happened(db(), send, kind, at)
  }
  return customerId
}

it('[B1] without scripting, the dashboard is filtered and its figures lead to the cases behind them', async () => {
  const customerId = await aCustomerWithFigures()
  const page = await open({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  await signIn(page, 'agent', `/customers/${customerId}/dashboard`)
  await page.getByText('Canal de contato bem-sucedido: E-mail').waitFor()
  await page.getByText('2 casos', { exact: true }).waitFor()
  await page.getByLabel('De', { exact: true }).fill('2026-04-01')
  await page.getByRole('button', { name: 'Filtrar' }).click()
  await page.getByText('1 caso', { exact: true }).waitFor()
  expect(await page.getByRole('img', { name: 'Casos por estado' }).count()).toBe(1)
  expect(await page.getByText('Nenhuma mensagem enviada no período.').count()).toBe(1)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(320)
  await page.getByRole('table', { name: 'Casos por estado' }).getByRole('link', { name: '1', exact: true }).click()
  await page.getByText('Troca de 4').waitFor()
  expect(await page.getByText('Troca de 3').count()).toBe(0)
  await page.goto(`/customers/${customerId}/dashboard?from=2026-04-01&to=2026-03-01`)
  await page.getByText('A data final é anterior à data inicial.').waitFor()
})
