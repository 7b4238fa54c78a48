import { inArray, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customers, duplicatePairs } from '@/db/schema'
import type { StoredReason } from '@/db/schema/duplicates'
import { pairIds, PROBABILITY_MIN, type PairIds } from '../policy'
import { isOneOf, removePairs } from './remove-pairs'

/** Two compared customers, by the ids of any of their records. */
export type ComparedPair = {
  a: string
  b: string
  score: { probability: number; reasons: readonly StoredReason[] }
  /** A hash of the values that were compared. */
  evidence: string
}

type Pair = PairIds & { probability: number; reasons: readonly StoredReason[]; evidence: string }

const BATCH = 1000

/**
 * Saves compared pairs under the surviving records. Saving the same pairs again changes nothing but the time. A pair that somebody decided is
 * open again only if its evidence changed. Pairs below `PROBABILITY_MIN` are removed, and pairs within one customer are ignored.
 */
export async function savePairs(tx: Primary, compared: readonly ComparedPair[], now = new Date()): Promise<void> {
  for (let at = 0; at < compared.length; at += BATCH) {
    const pairs = await survivingPairs(tx, compared.slice(at, at + BATCH))
    const isLikely = ({ probability }: Pair) => probability >= PROBABILITY_MIN
    await upsert(tx, pairs.filter(isLikely), now)
    await removePairs(tx, isOneOf(pairs.filter((pair) => !isLikely(pair))))
  }
}

/** The pairs under their surviving records, in the order of their keys, so that two saves at once do not deadlock. */
async function survivingPairs(tx: Primary, compared: readonly ComparedPair[]): Promise<Pair[]> {
  const ids = [...new Set(compared.flatMap(({ a, b }) => [a, b]))]
  const rows = await tx
    .select({ id: customers.id, survivorId: customers.survivorId })
    .from(customers)
    .where(inArray(customers.id, ids))
    .orderBy(customers.id)
    .for('key share')
  const survivors = new Map(rows.map(({ id, survivorId }) => [id, survivorId ?? id]))
  const pairs = new Map<string, Pair>()
  for (const { a, b, score, evidence } of compared) {
    const [one, other] = [survivors.get(a), survivors.get(b)]
    if (!one || !other || one === other) continue
    const key = pairIds(one, other)
    const known = pairs.get(Object.values(key).join())
    if (!known || known.probability < score.probability)
      pairs.set(Object.values(key).join(), { ...key, ...score, evidence })
  }
  return [...pairs.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair)
}

async function upsert(tx: Primary, pairs: readonly Pair[], foundAt: Date): Promise<void> {
  if (!pairs.length) return
  await tx
    .insert(duplicatePairs)
    .values(pairs.map(({ reasons, ...pair }) => ({ ...pair, reasons: [...reasons], foundAt })))
    .onConflictDoUpdate({
      target: [duplicatePairs.customerId, duplicatePairs.otherId],
      set: {
        probability: sql`excluded.probability`,
        reasons: sql`excluded.reasons`,
        evidence: sql`excluded.evidence`,
        foundAt: sql`excluded.found_at`,
      },
    })
}
