import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { PROBABILITY_MIN } from '../policy'
import { removePairsFoundBefore } from '../commands/remove-pairs'
import { type ComparedPair, savePairs } from '../commands/save-pairs'
import { Blocks, type SealedBlocks } from '../engine/blocks'
import { comparePrepared, newPattern } from '../engine/compare/records'
import { DEFAULT_MODEL } from '../engine/default-model'
import { likelihoodsOf, logOddsOf, probabilityOf, scaledTo, scoreOf } from '../engine/model'
import { blockingHashes } from '../engine/keys'
import { prepare, type Prepared } from '../engine/prepare'
import { BLOCK_MAX, WEAK_BLOCK_MAX } from '../engine/resolve'
import { Vocabulary } from '../engine/vocabulary'
import { breather } from './breathe'
import { evidenceOf } from './evidence'
import { saveKeys } from './keys'
import { readRecords } from './read-records'

const PAGE = 2000
const SAVED_AT_ONCE = 500

export type FullPassOptions = {
  isStopped?: () => boolean
  print?: (line: string) => void
}

export type FullPassResult = { customers: number; compared: number; pairs: number }

type Everyone = {
  records: Prepared[]
  blocks: Blocks
  terms: Vocabulary
  /** The survivors of absorbed records. */
  survivors: Map<string, string>
}

/**
 * Compares all customers that share a blocking key and saves the probable pairs. Open pairs that it no longer finds are removed. Memory
 * grows with the customers; the process answers requests in between.
 */
export async function findAllDuplicates(
  db: Primary,
  { isStopped = () => false, print = () => undefined }: FullPassOptions = {},
): Promise<FullPassResult> {
  const startedAt = new Date()
  const everyone = await readEveryone(db, isStopped, print)
  print(`${everyone.records.length} customers read`)
  const { compared, pairs } = await comparePairs(
    db,
    everyone,
    everyone.blocks.seal(BLOCK_MAX, WEAK_BLOCK_MAX),
    isStopped,
  )
  print(`${compared} pairs compared`)
  if (!isStopped()) await db.transaction((tx) => removePairsFoundBefore(tx, startedAt))
  return { customers: everyone.records.length, compared, pairs }
}

/** Reads all customers page by page, and saves their keys for comparisons of single customers. */
async function readEveryone(db: Primary, isStopped: () => boolean, print: (line: string) => void): Promise<Everyone> {
  const all: Everyone = { records: [], blocks: new Blocks(), terms: new Vocabulary(), survivors: new Map() }
  let page = await readRecords(db, sql`true`, PAGE)
  while (page.length && !isStopped()) {
    // The database reads the next page while this process prepares this one.
    const following = readRecords(db, sql`c.id > ${page.at(-1)!.record.id}`, PAGE)
    const keyed = page.map(({ record, survivorId, updatedAt }) => {
      const prepared = prepare(record, all.terms)
      const keys = blockingHashes(prepared)
      all.records.push(prepared)
      all.blocks.add(keys)
      if (survivorId !== record.id) all.survivors.set(record.id, survivorId)
      return { id: record.id, keys, updatedAt }
    })
    ;[page] = await Promise.all([following, saveKeys(db, keyed)])
    if (all.records.length % 100_000 === 0) print(`${all.records.length} customers`)
  }
  return all
}

async function comparePairs(
  db: Primary,
  { records, terms, survivors }: Everyone,
  blocks: SealedBlocks,
  isStopped: () => boolean,
): Promise<{ compared: number; pairs: number }> {
  const model = scaledTo(DEFAULT_MODEL, terms.records)
  const pattern = newPattern(0)
  const breathe = breather()
  let found: ComparedPair[] = []
  let [compared, pairs] = [0, 0]
  const save = async () => {
    const batch = found
    found = []
    pairs += batch.length
    await db.transaction((tx) => savePairs(tx, batch))
  }
  for (let at = 0; at < records.length && !isStopped(); at++) {
    blocks.forEachPair(
      (i, j) => {
        const [a, b] = [records[i]!, records[j]!]
        if (a.isCompany !== b.isCompany) return
        if (survivors.size && (survivors.get(a.id) ?? a.id) === (survivors.get(b.id) ?? b.id)) return
        compared++
        comparePrepared(a, b, pattern)
        if (probabilityOf(logOddsOf(likelihoodsOf(model, pattern, terms))) < PROBABILITY_MIN) return
        found.push({ a: a.id, b: b.id, score: scoreOf(model, pattern, terms), evidence: evidenceOf(a, b) })
      },
      at,
      at + 1,
    )
    if (found.length >= SAVED_AT_ONCE) await save()
    await breathe()
  }
  if (found.length) await save()
  return { compared, pairs }
}
