import { eq } from 'drizzle-orm'
import { agendaInteractions, agendaReasons, agendaRules, reminders, reservations } from '@/db/schema'
import { PAULISTA } from '@/lib/demo/stores'
import { aReason } from '@/lib/testing/agenda'
import { aCustomer } from '@/lib/testing/builders'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

it('[B4][B7] a seller reserves a product, confirms it and sets a reminder on a phone without scripting', async () => {
  const { id } = await aCustomer(db(), { name: 'Tereza da Agenda', storeId: PAULISTA.id })
  const page = await open(PHONE)
  await signIn(page, 'seller', `/customers/${id}/reservations`)
  await page.getByRole('link', { name: 'Nova reserva' }).click()
  await page.getByLabel('Produto').fill('Vestido 40')
  await page.getByLabel('Dia da retirada').fill(inDays(2))
  await page.getByLabel('Hora da retirada').fill('16:30')
  await page.getByRole('button', { name: 'Reservar' }).click()
  await page.getByRole('link', { name: 'Vestido 40' }).click()
  await page.locator('#confirm').getByLabel('Feedback do cliente').fill('Vem depois do almoço')
  await page.getByRole('button', { name: 'Confirmar reserva' }).click()
  await page.getByText('Vem depois do almoço').waitFor()
  expect(await db().select().from(reservations).where(eq(reservations.customerId, id))).toMatchObject([
    { status: 'confirmed', feedback: 'Vem depois do almoço', storeId: PAULISTA.id },
  ])
  await page.goto(`/customers/${id}/agenda/reminders/new`)
  await page.getByLabel('Data programada').fill(inDays(3))
  await page.getByLabel('Comentário').fill('Perguntar do vestido')
  await page.getByRole('button', { name: 'Criar lembrete' }).click()
  await page.getByRole('link', { name: 'Perguntar do vestido' }).first().click()
  await page.getByRole('button', { name: 'Marcar como feito' }).click()
  await page.getByText('Lembrete feito').waitFor()
  expect(await db().select().from(reminders).where(eq(reminders.customerId, id))).toMatchObject([{ status: 'done' }])
})

it('[B5][B6] a seller works a reason from the profile on a phone without scripting', async () => {
  const { id } = await aCustomer(db(), { name: 'Tereza do Motivo', storeId: PAULISTA.id })
  await aReason(db(), { customerId: id, storeId: PAULISTA.id, reason: 'Pós-venda do vestido' })
  const page = await open(PHONE)
  await signIn(page, 'seller', `/customers/${id}/agenda`)
  await page.getByRole('link', { name: 'Pós-venda do vestido' }).click()
  await page.getByRole('button', { name: 'Iniciar ligação' }).click()
  await page.getByLabel('Sucesso').check()
  await page.getByLabel('Feedback').selectOption('positive')
  await page.getByRole('button', { name: 'Encerrar interação' }).click()
  await page.getByText(/^Realizado em/).waitFor()
  expect(await db().select().from(agendaReasons).where(eq(agendaReasons.customerId, id))).toMatchObject([
    { status: 'done' },
  ])
  expect(await db().select().from(agendaInteractions).where(eq(agendaInteractions.customerId, id))).toMatchObject([
    { situation: 'success', feedback: 'positive' },
  ])
})

it('[B5] an admin creates a rule, sees how many reasons it would give today, and switches it on', async () => {
  const page = await open(PHONE)
  await signIn(page, 'admin', '/agenda/rules/new')
  await page.getByLabel('Tipo').selectOption('birthday')
  await page.getByLabel('Nome').fill('Aniversário de teste')
  await page.getByLabel('Mensagem para o WhatsApp').fill('Parabéns, {{nome}}!')
  await page.getByRole('button', { name: 'Criar regra' }).click()
  await page.getByText('Use só as palavras entre chaves').first().waitFor()
  await page.getByLabel('Mensagem para o WhatsApp').fill('Parabéns, {{name}}!')
  await page.getByRole('button', { name: 'Criar regra' }).click()
  expect(await page.locator('#preview').textContent()).toMatch(/(nenhum motivo|\d+ motivos?)/)
  await page.getByRole('button', { name: 'Ligar regra' }).click()
  await page.getByRole('button', { name: 'Desligar regra' }).waitFor()
  const [rule] = await db().select().from(agendaRules).where(eq(agendaRules.name, 'Aniversário de teste'))
  expect(rule).toMatchObject({ enabled: true, message: 'Parabéns, {{name}}!' })
})
