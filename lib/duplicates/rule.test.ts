import { eq, inArray } from 'drizzle-orm'
import { auditEvents, customers, duplicateRules, merges, users } from '@/db/schema'
import { aCtx } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aPair, savePair } from '@/lib/testing/duplicates'
import { dismissPair } from './commands/dismiss'
import { disableRule, enableRule } from './commands/rule'
import { mergeSameTaxId } from './merge-same-tax-id'
import { undoMerge } from '@/lib/merges/commands/undo'

const { db } = useTestDatabase()

const now = new Date()
const cpf = (documentNumber: string) => ({ documentType: 'cpf' as const, documentNumber, documentCountry: 'BR' })
const SAME = { one: cpf('39053344705'), other: cpf('39053344705') }
const survivorOf = async (id: string) =>
  (await db().select().from(customers).where(eq(customers.id, id)))[0]!.survivorId
const eventsOf = async (...ids: string[]) =>
  (await db().select().from(auditEvents).where(inArray(auditEvents.customerId, ids))).map(({ event }) => event).sort()

it('merges nothing until an admin switches the rule on, and nothing after it was switched off', async () => {
  const pair = await aPair(db(), SAME)
  expect(await mergeSameTaxId(db(), now)).toBe(0)
  const admin = await aCtx(db(), 'admin')
  for (let time = 0; time < 2; time++) expect(await enableRule(admin, {})).toMatchObject({ ok: true })
  expect(await disableRule(admin, {})).toMatchObject({ ok: true })
  expect(await mergeSameTaxId(db(), now)).toBe(0)
  expect(await survivorOf(pair.other.id)).toBeNull()
})

it('merges into the older record, completes its empty fields, says that the rule did it, and can be undone', async () => {
  const admin = await aCtx(db(), 'admin')
  await enableRule(admin, {})
  const { one, other } = await aPair(db(), {
    one: { ...SAME.one, name: 'Ana D. Souza', createdAt: new Date('2026-01-02'), birthOn: '1987-03-09' },
    other: { ...SAME.other, name: 'Ana Duplicada Souza', createdAt: new Date('2025-01-02') },
  })
  expect(await mergeSameTaxId(db(), now)).toBe(1)
  expect(await survivorOf(one.id)).toBe(other.id)
  const [kept] = await db().select().from(customers).where(eq(customers.id, other.id))
  expect(kept).toMatchObject({ name: 'Ana Duplicada Souza', birthOn: '1987-03-09', survivorId: null })
  expect(await eventsOf(one.id, other.id)).toEqual(['customer.absorbed', 'customer.merged', 'duplicate.merged_by_rule'])
  expect(await mergeSameTaxId(db(), now)).toBe(0)
  const [merge] = await db().select().from(merges).where(eq(merges.customerId, other.id))
  expect(await undoMerge(admin, { customerId: other.id, mergeId: merge!.id })).toMatchObject({ ok: true })
  expect(await survivorOf(one.id)).toBeNull()
  await savePair(db(), one.id, other.id)
  expect(await mergeSameTaxId(db(), now)).toBe(0)
})

it.each([
  ['with another tax id', { one: SAME.one, other: cpf('11144477735') }],
  ['with another name', { one: { ...SAME.one, name: 'Benedito Duplicado Souza' }, other: SAME.other }],
  ['of which one has no tax id', { one: SAME.one }],
])('leaves a pair %s to a person', async (_, over) => {
  await enableRule(await aCtx(db(), 'admin'), {})
  const { one, other } = await aPair(db(), over)
  expect(await mergeSameTaxId(db(), now)).toBe(0)
  expect([await survivorOf(one.id), await survivorOf(other.id)]).toEqual([null, null])
})

it('leaves a pair that somebody decided is different', async () => {
  const admin = await aCtx(db(), 'admin')
  await enableRule(admin, {})
  const { customerId, otherId, evidence } = await aPair(db(), SAME)
  await dismissPair(admin, { customerId, otherId, evidence })
  expect(await mergeSameTaxId(db(), now)).toBe(0)
})

it('stops when the admin who switched it on is deactivated or is no admin any more', async () => {
  const admin = await aCtx(db(), 'admin')
  await enableRule(admin, {})
  await aPair(db(), SAME)
  const mine = eq(users.id, admin.viewer.userId)
  await db().update(users).set({ role: 'manager' }).where(mine)
  expect(await mergeSameTaxId(db(), now)).toBe(0)
  await db().update(users).set({ role: 'admin', deactivatedAt: now }).where(mine)
  expect(await mergeSameTaxId(db(), now)).toBe(0)
})

it.each(['manager', 'agent', 'viewer'] as const)('is not for a %s', async (role) => {
  const ctx = await aCtx(db(), role)
  for (const change of [enableRule, disableRule])
    expect(await change(ctx, {})).toMatchObject({ failure: { kind: 'forbidden' } })
  expect(await db().select().from(duplicateRules)).toEqual([])
})
