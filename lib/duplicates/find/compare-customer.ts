import { inArray, or, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { duplicatePairs } from '@/db/schema'
import { PROBABILITY_MIN } from '../policy'
import { removeOtherPairs } from '../commands/remove-pairs'
import { type ComparedPair, savePairs } from '../commands/save-pairs'
import { comparePrepared, newPattern } from '../engine/compare/records'
import { DEFAULT_MODEL } from '../engine/default-model'
import { scaledTo, scoreOf } from '../engine/model'
import { blockingHashes } from '../engine/keys'
import { prepare, type Prepared } from '../engine/prepare'
import { Vocabulary } from '../engine/vocabulary'
import { evidenceOf } from './evidence'
import { candidatesOf, saveKeys } from './keys'
import { readRecords, type StoredRecord } from './read-records'

const MEMBERS_MAX = 200
const CANDIDATES_MAX = 2000

/**
 * Compares all records of a customer's group with the customers that share a blocking key with them, and those of its known pairs. Saves
 * the results and the keys. `total`: about how many customers there are.
 */
export async function compareCustomer(tx: Primary, survivorId: string, total: number): Promise<void> {
  // Without statistics of single keys, the planner would read the whole table for each of them.
  await tx.execute(sql.raw('set local enable_seqscan = off; set local jit = off'))
  const terms = new Vocabulary(false)
  const own = await readRecords(tx, sql`c.id = ${survivorId} or c.survivor_id = ${survivorId}`, MEMBERS_MAX)
  const members = own.map(({ record }) => prepare(record, terms))
  const hashes = members.map(blockingHashes)
  await saveKeys(
    tx,
    own.map(({ record, updatedAt }, at) => ({ id: record.id, keys: hashes[at]!, updatedAt })),
  )
  const others = await othersOf(tx, own, [...new Set(hashes.flat())])
  await countNames(tx, members, terms)
  const pairs = bestPairs(members, others, { survivorId, terms, total })
  await savePairs(tx, pairs)
  await removeOtherPairs(
    tx,
    own.map(({ record }) => record.id),
    pairs,
  )
}

/** The customers to compare with, without the group's own records. */
async function othersOf(tx: Primary, own: readonly StoredRecord[], keys: readonly number[]): Promise<StoredRecord[]> {
  const ownIds = own.map(({ record }) => record.id)
  const known = await tx
    .select({ a: duplicatePairs.customerId, b: duplicatePairs.otherId })
    .from(duplicatePairs)
    .where(or(inArray(duplicatePairs.customerId, ownIds), inArray(duplicatePairs.otherId, ownIds)))
  const ids = new Set([...(await candidatesOf(tx, keys)), ...known.flatMap(({ a, b }) => [a, b])])
  for (const id of ownIds) ids.delete(id)
  return ids.size ? readRecords(tx, sql`c.id = any(${sql.param([...ids])}::uuid[])`, CANDIDATES_MAX) : []
}

/** Sets how many names have the words of these records, so that a rare surname in common counts for more than a frequent one. */
async function countNames(tx: Primary, members: readonly Prepared[], terms: Vocabulary): Promise<void> {
  const words = members.flatMap(({ names }) => names.flatMap(({ given, family }) => [given, ...family]))
  const texts = [...new Set(words.flatMap((word) => (word ? [word.text] : [])))]
  if (!texts.length) return
  const { rows } = await tx.execute<{ word: string; names: number }>(
    sql`select word, names from name_words where word = any(${sql.param(texts)}::text[])`,
  )
  for (const { word, names } of rows) terms.setCount('word', word, names)
}

/** The probable pairs, with the most probable result for each pair of customers, as a group and its candidate may have several records. */
function bestPairs(
  members: readonly Prepared[],
  others: readonly StoredRecord[],
  { survivorId: own, terms, total }: { survivorId: string; terms: Vocabulary; total: number },
): ComparedPair[] {
  const model = scaledTo(DEFAULT_MODEL, total)
  const pattern = newPattern(0)
  const best = new Map<string, ComparedPair>()
  for (const { record, survivorId } of others) {
    const other = prepare(record, terms)
    for (const member of members) {
      if (member.isCompany !== other.isCompany) continue
      const score = scoreOf(model, comparePrepared(member, other, pattern), { records: total, countOf: () => 0 })
      if (score.probability < PROBABILITY_MIN || score.probability <= (best.get(survivorId)?.score.probability ?? 0))
        continue
      best.set(survivorId, { a: own, b: survivorId, score, evidence: evidenceOf(member, other) })
    }
  }
  return [...best.values()]
}
