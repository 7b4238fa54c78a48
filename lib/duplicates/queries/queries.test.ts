import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { aCtx, aPoint, aStore } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aPair, savePair } from '@/lib/testing/duplicates'
import type { Ctx } from '@/lib/kernel/context'
import { NotPermitted } from '@/lib/kernel/query'
import { dismissPair } from '../commands/dismiss'
import { readPairFilter } from '../filter'
import { PAIRS_MAX } from '../schema'
import { findOpenPair } from './find-open-pair'
import { findMerged, getPair, listChosenPairs } from './get-pair'
import { listPairs } from './list-pairs'
import { getSharedValues } from './shared-values'

const { db } = useTestDatabase()

const OPEN = readPairFilter({})
const idsOf = async (ctx: Ctx, search: Record<string, string> = {}, cursor?: string) =>
  (await listPairs(ctx, readPairFilter(search), cursor)).pairs.map(({ customerId }) => customerId)

it('lists open pairs with the likeliest first, and hides decided ones until their evidence changes', async () => {
  const ctx = await aCtx(db())
  const likely = await aPair(db(), { probability: 0.8 })
  const certain = await aPair(db(), { probability: 0.99 })
  expect(await idsOf(ctx)).toEqual([certain.customerId, likely.customerId])
  await dismissPair(ctx, { customerId: certain.customerId, otherId: certain.otherId, evidence: 'e1' })
  expect(await idsOf(ctx)).toEqual([likely.customerId])
  expect(await idsOf(ctx, { state: 'decided' })).toEqual([certain.customerId])
  await savePair(db(), certain.one.id, certain.other.id, { evidence: 'e2', probability: 0.99 })
  expect(await idsOf(ctx)).toEqual([certain.customerId, likely.customerId])
  expect(await idsOf(ctx, { state: 'decided' })).toEqual([])
})

it('filters by probability, by a value that is alike, by store and by customer', async () => {
  const ctx = await aCtx(db())
  const store = await aStore(db())
  const reasons = [{ field: 'phone', level: 'same', weight: 6 }]
  const phone = await aPair(db(), { probability: 0.96, reasons, one: { storeId: store.id } })
  const name = await aPair(db(), {
    probability: 0.85,
    reasons: [
      { field: 'given_name', level: 'same', weight: 3 },
      { field: 'phone', level: 'different', weight: -2 },
    ],
  })
  const possible = await aPair(db(), { probability: 0.6 })
  expect(await idsOf(ctx, { likelihood: 'very_likely' })).toEqual([phone.customerId])
  expect(await idsOf(ctx, { likelihood: 'likely' })).toEqual([name.customerId])
  expect(await idsOf(ctx, { likelihood: 'possible' })).toEqual([possible.customerId])
  expect(await idsOf(ctx, { field: 'phone' })).toEqual([phone.customerId])
  expect(await idsOf(ctx, { store: store.id })).toEqual([phone.customerId])
  expect(await idsOf(ctx, { customer: name.otherId })).toEqual([name.customerId])
  expect(await idsOf(ctx, { likelihood: 'nonsense', field: 'nonsense', store: 'x' })).toHaveLength(3)
})

it('shows every pair once over its pages, also where many have the same probability', async () => {
  const ctx = await aCtx(db())
  for (let at = 0; at < PAIRS_MAX + 5; at++) await aPair(db(), { probability: at % 2 ? 0.7 : 0.9 })
  const first = await listPairs(ctx, OPEN)
  const second = await listPairs(ctx, OPEN, first.nextCursor!)
  const all = [...first.pairs, ...second.pairs].map(({ customerId, otherId }) => customerId + otherId)
  expect(new Set(all).size).toBe(PAIRS_MAX + 5)
  expect(second.nextCursor).toBeNull()
  expect((await listPairs(ctx, OPEN, 'nonsense')).pairs).toHaveLength(PAIRS_MAX)
})

it('shows a pair only to viewers whose scope includes both customers', async () => {
  const [mine, theirs] = [await aStore(db()), await aStore(db())]
  const within = await aPair(db(), { one: { storeId: mine.id }, other: { storeId: mine.id } })
  const across = await aPair(db(), { one: { storeId: mine.id }, other: { storeId: theirs.id } })
  const ctx = await aCtx(db(), 'agent', { kind: 'stores', storeIds: [mine.id] })
  expect(await idsOf(ctx)).toEqual([within.customerId])
  expect(await getPair(ctx, across.customerId, across.otherId)).toBeNull()
  expect(await listChosenPairs(ctx, [across])).toEqual([])
  expect(await findOpenPair(ctx, across.one.id)).toBeNull()
  expect(await findOpenPair(ctx, within.one.id)).toMatchObject({ other: { id: within.other.id }, more: 0 })
  const everywhere = await aCtx(db())
  expect(await findOpenPair(everywhere, across.one.id)).toMatchObject({ other: { id: across.other.id } })
})

it('hides a pair while one of its customers is merged into another one', async () => {
  const ctx = await aCtx(db())
  const { one, other, customerId, otherId } = await aPair(db())
  const setSurvivor = (survivorId: string | null) =>
    db().update(customers).set({ survivorId }).where(eq(customers.id, other.id))
  await setSurvivor(one.id)
  expect(await getPair(ctx, customerId, otherId)).toBeNull()
  expect(await findOpenPair(ctx, one.id)).toBeNull()
  expect(await findMerged(ctx, otherId, customerId)).toBe(one.id)
  await setSurvivor(null)
  expect(await findMerged(ctx, otherId, customerId)).toBeNull()
  expect(await getPair(ctx, otherId, customerId)).toMatchObject({ customerId, otherId })
})

it('finds the likeliest open pair of a customer, and counts the others', async () => {
  const ctx = await aCtx(db())
  const { one, other } = await aPair(db(), { probability: 0.7 })
  const { one: third } = await aPair(db())
  await savePair(db(), third.id, one.id, { probability: 0.95 })
  expect(await findOpenPair(ctx, one.id)).toMatchObject({ other: { id: third.id }, more: 1 })
  expect(await findOpenPair(ctx, other.id)).toMatchObject({ other: { id: one.id }, more: 0 })
})

it('masks tax ids and contacts unless the role reads them', async () => {
  const { one, customerId, otherId } = await aPair(db(), {
    one: { documentType: 'cpf', documentNumber: '39053344705' },
  })
  const point = { value: 'ana@exemplo.com.br', normalized: 'ana@exemplo.com.br', matchKey: 'ana@exemplo.com.br' }
  await aPoint(db(), one.id, point)
  const masked = JSON.stringify(await getPair(await aCtx(db(), 'agent'), customerId, otherId))
  expect(masked).not.toMatch(/39053344705|390\.533|ana@/)
  const clear = JSON.stringify(await getPair(await aCtx(db(), 'admin'), customerId, otherId))
  expect(clear).toMatch(/390\.533\.447-05.*ana@exemplo/)
})

it('says which values two customers share, whatever their masks show', async () => {
  const ctx = await aCtx(db())
  const cpf = (documentNumber: string) => ({ documentType: 'cpf' as const, documentNumber })
  const { one, other } = await aPair(db(), { one: cpf('39053344705'), other: cpf('39053344705') })
  const shared = await aPoint(db(), one.id)
  const sharedToo = await aPoint(db(), other.id)
  await aPoint(db(), other.id, { value: 'b@example.com', normalized: 'b@example.com', matchKey: 'b@example.com' })
  const group = (id: string) => ({ survivorId: id, memberIds: [id], revealed: new Set<string>() })
  expect(await getSharedValues(ctx, group(one.id), group(other.id))).toEqual({
    sameDocument: true,
    pointIds: new Set([shared.id, sharedToo.id]),
  })
})

it('is not for a role without the permission', async () => {
  await expect(listPairs(await aCtx(db(), 'viewer'), OPEN)).rejects.toThrow(NotPermitted)
})
