import { eq } from 'drizzle-orm'
import { duplicatePairs } from '@/db/schema'
import { aCustomer, aMerged, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { pairIds } from '../policy'
import { removeOtherPairs, removePairsFoundBefore, removePairsOf } from './remove-pairs'
import { savePairs } from './save-pairs'

const { db, pool } = useTestDatabase()

const score = (probability: number) => ({ probability, reasons: [{ field: 'name', level: 'equal', weight: 5 }] })
const all = () => db().select().from(duplicatePairs)

async function twoCustomers() {
  const [one, other] = [await aCustomer(db()), await aCustomer(db())]
  return { a: one.id, b: other.id }
}

async function aDecidedPair(evidence: string) {
  const pair = await twoCustomers()
  await savePairs(db(), [{ ...pair, score: score(0.9), evidence }])
  const user = await aUser(db())
  await db().update(duplicatePairs).set({ decidedAt: new Date(), decidedBy: user.id, decidedEvidence: evidence })
  return pair
}

it('saves a pair once, with the smaller id first, whatever the order of the ids', async () => {
  const { a, b } = await twoCustomers()
  await savePairs(db(), [{ a, b, score: score(0.7), evidence: 'e1' }])
  await savePairs(db(), [{ a: b, b: a, score: score(0.8), evidence: 'e2' }])
  const rows = await all()
  expect(rows).toMatchObject([{ ...pairIds(a, b), evidence: 'e2', reasons: score(0.8).reasons, decidedAt: null }])
  expect(rows[0]!.probability).toBeCloseTo(0.8)
})

it('removes a pair that fell below the minimum', async () => {
  const pair = await twoCustomers()
  await savePairs(db(), [{ ...pair, score: score(0.9), evidence: 'e1' }])
  await savePairs(db(), [{ ...pair, score: score(0.2), evidence: 'e2' }])
  expect(await all()).toEqual([])
})

it('keeps the decision of a pair, so that only other evidence opens it again', async () => {
  const pair = await aDecidedPair('e1')
  const isOpen = async () => (await all()).map((row) => row.evidence !== row.decidedEvidence)
  await savePairs(db(), [{ ...pair, score: score(0.95), evidence: 'e1' }])
  expect(await isOpen()).toEqual([false])
  await savePairs(db(), [{ ...pair, score: score(0.95), evidence: 'e2' }])
  expect(await isOpen()).toEqual([true])
  await savePairs(db(), [{ ...pair, score: score(0.1), evidence: 'e3' }])
  expect(await isOpen()).toEqual([false])
})

it('saves a pair under the surviving records, and ignores two records of one customer and absent customers', async () => {
  const { survivor, absorbed } = await aMerged(db())
  const other = await aCustomer(db())
  const evidence = 'e1'
  await savePairs(db(), [
    { a: absorbed.id, b: survivor.id, score: score(0.99), evidence },
    { a: absorbed.id, b: other.id, score: score(0.8), evidence },
    { a: survivor.id, b: other.id, score: score(0.6), evidence },
    { a: '00000000-0000-4000-8000-000000000000', b: other.id, score: score(0.9), evidence },
  ])
  const rows = await all()
  expect(rows).toMatchObject([pairIds(survivor.id, other.id)])
  expect(rows[0]!.probability).toBeCloseTo(0.8)
})

it('removes the other pairs of a customer, and pairs that a full pass did not find again', async () => {
  const { a, b } = await twoCustomers()
  const third = await aCustomer(db())
  const saved = (x: string, y: string) => ({ a: x, b: y, score: score(0.9), evidence: 'e1' })
  await savePairs(db(), [saved(a, b), saved(a, third.id), saved(b, third.id)])
  await removeOtherPairs(db(), [a], [{ a: third.id, b: a }])
  expect((await all()).map(({ customerId, otherId }) => ({ customerId, otherId }))).toEqual(
    expect.arrayContaining([pairIds(a, third.id), pairIds(b, third.id)]),
  )
  const start = new Date(Date.now() + 1000)
  await savePairs(db(), [saved(a, third.id)], new Date(start.getTime() + 1))
  await removePairsFoundBefore(db(), start)
  expect(await all()).toMatchObject([pairIds(a, third.id)])
  await removePairsOf(db(), [third.id])
  expect(await all()).toEqual([])
})

it('does not deadlock when the same pairs are saved at once in different orders', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, async () => (await aCustomer(pool())).id))
  const pairs = ids.slice(1).map((b) => ({ a: ids[0]!, b, score: score(0.9), evidence: 'e1' }))
  const saves = [pairs, pairs.toReversed(), pairs, pairs.toReversed()].map((some) =>
    pool().transaction((tx) => savePairs(tx, some)),
  )
  await Promise.all(saves)
  await removePairsOf(pool(), ids)
  expect(await pool().select().from(duplicatePairs).where(eq(duplicatePairs.customerId, ids[0]!))).toEqual([])
})
