import { eq } from 'drizzle-orm'
import { agendaReasons, agendaRules, auditEvents } from '@/db/schema'
import { readRules } from '@/lib/agenda/rules'
import { anAgendaRule, plantAgendaConsent } from '@/lib/testing/agenda'
import { aCtx, aCustomer, aPoint, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { changeRule, createRule, disableRule, enableRule, retireRule } from './commands/rules'
import { previewRule } from './queries'

const { db } = useTestDatabase()

const FORM = { kind: 'birthday', name: 'Aniversário', days: '3', openDays: '5', message: 'Parabéns, {{name}}!' }

const ruleOf = async (id: string) => (await db().select().from(agendaRules).where(eq(agendaRules.id, id)))[0]!
const eventsOf = async (ruleId: string) =>
  (
    await db()
      .select({ event: auditEvents.event })
      .from(auditEvents)
      .where(eq(auditEvents.subject, `agenda_rule:${ruleId}`))
      .orderBy(auditEvents.seq)
  ).map(({ event }) => event)

async function aRule(over: Record<string, unknown> = {}) {
  const ctx = await aCtx(db(), 'admin')
  const created = await createRule(ctx, { ...FORM, ...over })
  if (!created.ok) throw new Error(JSON.stringify(created.failure))
  return { ctx, ruleId: created.value.ruleId }
}

it('is created switched off, changed, switched on and off, and removed', async () => {
  const { ctx, ruleId } = await aRule()
  expect(await ruleOf(ruleId)).toMatchObject({ enabled: false, days: 3, openDays: 5, filter: null })
  const { kind: _, ...content } = FORM
  await changeRule(ctx, { ...content, ruleId, version: '1', days: '7' })
  for (let time = 0; time < 2; time++)
    expect(await enableRule(ctx, { ruleId, version: '2' })).toMatchObject({ ok: true })
  expect(await ruleOf(ruleId)).toMatchObject({ enabled: true, days: 7, version: 3 })
  await disableRule(ctx, { ruleId, version: '3' })
  await retireRule(ctx, { ruleId, version: '4' })
  expect((await readRules(db())).map(({ id }) => id)).not.toContain(ruleId)
  expect(await enableRule(ctx, { ruleId, version: '5' })).toMatchObject({ failure: { kind: 'not_found' } })
  expect(await eventsOf(ruleId)).toEqual([
    'agenda_rule.created',
    'agenda_rule.changed',
    'agenda_rule.enabled',
    'agenda_rule.disabled',
    'agenda_rule.retired',
  ])
})

it('of a campaign has the conditions of a filter without its columns and order', async () => {
  const { ruleId } = await aRule({ kind: 'campaign', filter: 'rating=5&sort=rating&columns=city', days: '9' })
  expect(await ruleOf(ruleId)).toMatchObject({ filter: 'rating=5', days: 0 })
})

it.each([
  [{ name: ' ' }, { name: 'agenda.no_rule_name' }],
  [{ days: 'x' }, { days: 'invalid' }],
  [{ kind: 'no_purchase', days: '0' }, { days: 'agenda.days_needed' }],
  [{ openDays: '0' }, { openDays: 'agenda.days_needed' }],
  [{ message: 'Olá, {{nome}}' }, { message: 'agenda.unknown_placeholder' }],
  [{ kind: 'campaign' }, { filter: 'agenda.bad_filter' }],
  [{ kind: 'campaign', filter: 'sort=rating' }, { filter: 'agenda.bad_filter' }],
  [{ kind: 'campaign', filter: 'rating=nine' }, { filter: 'agenda.bad_filter' }],
])('refuses %j and changes nothing', async (over, fields) => {
  const before = await readRules(db())
  expect(await createRule(await aCtx(db(), 'admin'), { ...FORM, ...over })).toMatchObject({ failure: { fields } })
  expect(await readRules(db())).toEqual(before)
})

it('is refused to everybody but admins, and on a stale version', async () => {
  const { ctx, ruleId } = await aRule()
  const manager = await aCtx(db(), 'manager')
  expect(await createRule(manager, FORM)).toMatchObject({ failure: { kind: 'forbidden' } })
  expect(await enableRule(manager, { ruleId, version: '1' })).toMatchObject({ failure: { kind: 'forbidden' } })
  expect(await enableRule(ctx, { ruleId, version: '7' })).toMatchObject({ failure: { kind: 'conflict' } })
  await expect(previewRule(manager, await ruleOf(ruleId))).rejects.toThrow('agenda.configure')
})

it('shows how many reasons it would give today, and gives none', async () => {
  const ctx = { ...(await aCtx(db(), 'admin')), now: new Date('2026-11-29T15:00:00Z') }
  const rule = await anAgendaRule(db(), { kind: 'birthday', days: 0, openDays: 5, enabled: false })
  const store = await aStore(db())
  for (const birthOn of ['1990-11-29', '1990-11-28', '1990-12-24']) {
    const customer = await aCustomer(db(), { storeId: store.id, birthOn })
    await aPoint(db(), customer.id, { channel: 'mobile', normalized: `+5511${newId().slice(0, 9)}` })
    await plantAgendaConsent(db(), customer.id, 'accepted')
  }
  expect(await previewRule(ctx, rule)).toMatchObject({ count: 2, isExact: true })
  expect(await db().$count(agendaReasons, eq(agendaReasons.ruleId, rule.id))).toBe(0)
})
