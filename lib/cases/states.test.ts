import { eq } from 'drizzle-orm'
import { auditEvents, caseStates } from '@/db/schema'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { openCase } from './commands/open'
import { addState, moveStateDown, moveStateUp, renameState, restoreState, retireState } from './commands/states'
import { DEFAULT_STATES } from './default-states'
import { getCase } from './queries'
import { listCaseStates } from './states'

const { db } = useTestDatabase()

const admin = () => aCtx(db(), 'admin')

const names = async () => (await listCaseStates(await admin())).map(({ key, name }) => name ?? key)

const eventsAbout = async (stateId: string) =>
  (
    await db()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subject, `case_state:${stateId}`))
  ).map(({ event }) => event)

async function anAddedState(phase: 'open' | 'closed' = 'open'): Promise<string> {
  const added = await addState(await admin(), { name: 'Em análise', phase })
  if (!added.ok) throw new Error(JSON.stringify(added.failure))
  return added.value.stateId
}

it('adds a state at the end, and renames it, also a default one', async () => {
  const ctx = await admin()
  const stateId = await anAddedState()
  expect(await renameState(ctx, { stateId, version: '1', name: 'Em conferência' })).toMatchObject({ ok: true })
  await renameState(ctx, { stateId: DEFAULT_STATES.new, version: '1', name: 'Recebido' })
  expect(await names()).toEqual(['Recebido', 'in_progress', 'waiting', 'solved', 'dropped', 'Em conferência'])
  expect(await eventsAbout(stateId)).toEqual(['case_state.added', 'case_state.renamed'])
})

it('moves a state past its active neighbour, and a new case begins in the first open one', async () => {
  const ctx = await admin()
  await retireState(ctx, { stateId: DEFAULT_STATES.in_progress })
  expect(await moveStateUp(ctx, { stateId: DEFAULT_STATES.waiting, version: '1' })).toMatchObject({ ok: true })
  const active = (await listCaseStates(ctx)).filter(({ retiredAt }) => !retiredAt).map(({ key }) => key)
  expect(active).toEqual(['waiting', 'new', 'solved', 'dropped'])
  const customer = await aCustomer(db())
  const opened = await openCase(ctx, { customerId: customer.id, subject: 'Troca', priority: 'normal' })
  const group = { survivorId: customer.id, memberIds: [customer.id], revealed: new Set<string>() }
  const found = opened.ok && (await getCase(ctx, group, opened.value.caseId))
  expect(found).toMatchObject({ stateId: DEFAULT_STATES.waiting })
})

it.each([
  ['up', moveStateUp, DEFAULT_STATES.new],
  ['down', moveStateDown, DEFAULT_STATES.dropped],
] as const)('changes nothing when the state at the end is moved %s', async (_, move, stateId) => {
  const before = await names()
  expect(await move(await admin(), { stateId, version: '1' })).toMatchObject({ ok: true })
  expect([await names(), await eventsAbout(stateId)]).toEqual([before, []])
})

it('retires and brings back a state, once each', async () => {
  const ctx = await admin()
  const stateId = await anAddedState()
  for (const run of [retireState, retireState, restoreState, restoreState])
    expect((await run(ctx, { stateId })).ok).toBe(true)
  const [row] = await db().select().from(caseStates).where(eq(caseStates.id, stateId))
  expect(row).toMatchObject({ retiredAt: null, retiredBy: null, version: 3 })
  expect(await eventsAbout(stateId)).toEqual(['case_state.added', 'case_state.retired', 'case_state.restored'])
})

it.each([
  ['open', ['new', 'in_progress', 'waiting']],
  ['closed', ['solved', 'dropped']],
] as const)('keeps the last %s state in use', async (_, keys) => {
  const ctx = await admin()
  const results = []
  for (const key of keys) results.push(await retireState(ctx, { stateId: DEFAULT_STATES[key] }))
  expect(results.map(({ ok }) => ok)).toEqual([...keys.slice(1).map(() => true), false])
  expect(results.at(-1)).toMatchObject({ failure: { code: 'cases.last_state' } })
})

const stateId = DEFAULT_STATES.new

it.each([
  ['without the permission', 'manager', renameState, { stateId, version: '1', name: 'X' }, { kind: 'forbidden' }],
  ['without the permission', 'manager', addState, { name: 'X', phase: 'open' }, { kind: 'forbidden' }],
  ['on a stale version', 'admin', renameState, { stateId, version: '2', name: 'X' }, { code: 'stale' }],
  ['on a stale version', 'admin', moveStateDown, { stateId, version: '2' }, { code: 'stale' }],
  ['with an empty name', 'admin', renameState, { stateId, version: '1', name: ' ' }, { kind: 'invalid' }],
  ['with an unknown phase', 'admin', addState, { name: 'X', phase: 'ajar' }, { kind: 'invalid' }],
  ['that does not exist', 'admin', retireState, { stateId: newId() }, { kind: 'not_found' }],
] as const)('refuses a change %s (%s)', async (_, role, run, input, failure) => {
  const before = await names()
  expect(await run(await aCtx(db(), role), input)).toMatchObject({ ok: false, failure })
  expect([await names(), await eventsAbout(stateId)]).toEqual([before, []])
})
