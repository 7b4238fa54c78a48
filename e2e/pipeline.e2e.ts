import { and, eq } from 'drizzle-orm'
import { auditEvents, customers } from '@/db/schema'
import { RAFAEL } from '@/lib/auth/demo-users'
import { PAULISTA } from '@/lib/demo/stores'
import { executeDueChanges } from '@/lib/pipeline/execute'
import { aCustomer } from '@/lib/testing/builders'
import { DAY_MS } from '@/lib/values/days'
import { resolveWallTime, wallTimeAt } from '@/lib/values/wall-time'
import { useBrowser } from './harness/browser'
import { usePortalDatabase } from './harness/database'
import { signIn } from './harness/sign-in'

const { page: open } = useBrowser()
const { db } = usePortalDatabase()

const PHONE = { viewport: { width: 390, height: 844 } }
const ZONE = 'America/Sao_Paulo'
const BOARD = `/pipeline?seller=${RAFAEL.id}`

const aLead = (name: string) => aCustomer(db(), { name, storeId: PAULISTA.id, assignedUserId: RAFAEL.id })

const statusOf = async (id: string) =>
  (await db().select().from(customers).where(eq(customers.id, id)))[0]!.pipelineStatus

const changesOf = (id: string) =>
  db()
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.customerId, id), eq(auditEvents.event, 'customer.status_changed')))

it('[I6] a manager schedules a change of status on a phone and sees it happen, without scripting', async () => {
  const { id } = await aLead('Tânia Agendada')
  // The scheduled changes of the demo are later.
  const day = wallTimeAt(new Date(Date.now() + DAY_MS), ZONE).slice(0, 10)
  const page = await open({ ...PHONE, javaScriptEnabled: false })
  await signIn(page, 'manager', `/customers/${id}`)
  await page.getByRole('link', { name: 'Status: Novo. Mudar ou agendar' }).click()
  const form = page.locator('#schedule')
  await form.getByLabel('Novo status').selectOption({ label: 'Venda' })
  await form.getByLabel('Dia').fill(day)
  await form.getByLabel('Hora').fill('09:00')
  await form.getByRole('button', { name: 'Agendar' }).click()
  await page.getByRole('status').filter({ hasText: 'Mudança agendada' }).waitFor()
  const shown = `${day.split('-').toReversed().join('/')}, 09:00`
  await page.getByRole('link', { name: `Mudança agendada: Venda em ${shown}` }).waitFor()
  expect(await statusOf(id)).toBe('new')

  await executeDueChanges(db(), resolveWallTime(`${day}T09:00`, ZONE).at)
  await page.reload()
  await page.getByRole('link', { name: 'Status: Venda. Mudar ou agendar' }).waitFor()
  expect(await page.locator('#scheduled').textContent()).toContain('Marcos Teixeira')
  await page.goto(`/customers/${id}/history`)
  await page.getByText('Status alterado pela mudança agendada · agendada por Marcos Teixeira').waitFor()
})

it('[I6] a card is moved on the board without scripting, and one column is shown on a phone', async () => {
  const { id } = await aLead('Teresa do Quadro')
  const page = await open({ ...PHONE, javaScriptEnabled: false })
  await signIn(page, 'manager', BOARD)
  const card = page.locator(`#card-${id}`)
  await card.getByLabel('Mover Teresa do Quadro para').selectOption({ label: 'Em progresso' })
  await card.getByRole('button', { name: 'Mover Teresa do Quadro' }).click()
  await page.getByRole('status').filter({ hasText: 'Status alterado' }).waitFor()
  expect(await statusOf(id)).toBe('in_progress')
  expect(await card.isVisible()).toBe(false)
  await page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: 'Em progresso' }).click()
  await card.waitFor()
})

it('[I6] with scripting a choice moves the card at once, keeps the focus on it, and a double press moves it once', async () => {
  const { id } = await aLead('Telma Ligeira')
  const page = await open()
  await signIn(page, 'manager', BOARD)
  // React marks the elements that it has taken over.
  await page.waitForFunction(() =>
    Object.keys(document.getElementById('board')!).some((key) => key.startsWith('__react')),
  )
  const select = page.locator(`#to-${id}`)
  await select.focus()
  await select.selectOption({ label: 'Em progresso' })
  await page.locator(`#column-in_progress #card-${id}`).waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe(`to-${id}`)
  await select.evaluate((element: HTMLSelectElement) => (element.value = 'lost'))
  await page.locator(`#move-${id}`).dblclick()
  await page.locator(`#column-lost #card-${id}`).waitFor()
  expect(await changesOf(id)).toHaveLength(2)
})

it('[I8] a contact is recorded, and shown with its campaign and without personal values, without scripting', async () => {
  const { id } = await aLead('Tainá da Campanha')
  const page = await open({ ...PHONE, javaScriptEnabled: false })
  await signIn(page, 'agent', `/customers/${id}/acquisition`)
  await page.getByRole('link', { name: 'Registrar origem' }).click()
  const address = 'https://loja.example/promo?utm_source=google&utm_campaign=verao&email=taina%40example.com&gclid=abc'
  await page.getByLabel('Gerado em').fill(address)
  await page.getByLabel('Endereço IP').fill('203.0.113.7')
  await page.getByRole('button', { name: 'Registrar' }).click()
  const card = page
    .getByRole('region')
    .or(page.locator('.card'))
    .filter({ hasText: 'Primeiro e único contato' })
    .first()
  await card.waitFor()
  const text = (await card.textContent())!
  for (const shown of ['loja.example', 'campanha verao', 'Google Ads (gclid)', 'email=****'])
    expect(text).toContain(shown)
  expect(text).not.toMatch(/taina|203\.0/)
  await card.getByRole('button', { name: /^Revelar os dados do contato/ }).click()
  await card.getByText('203.0.113.7').waitFor()
})
