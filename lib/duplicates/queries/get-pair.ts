import { and, desc, or } from 'drizzle-orm'
import { duplicatePairs } from '@/db/schema'
import { getSurvivorId } from '@/lib/customer-group/find'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { isPair } from '../lock-pairs'
import { pairIds, type PairIds } from '../policy'
import { readPairs, type ShownPair } from './shown-pair'
import { isOpen } from './visible'

/** One pair, in any order of its ids; null when it is not suggested, or one of the customers is absent or out of scope. */
export const getPair = query(
  'duplicates.read',
  async (ctx, a: string | undefined, b: string | undefined): Promise<ShownPair | null> => {
    if (!isUuid(a) || !isUuid(b)) return null
    const [pair] = await readPairs(ctx, { where: isPair(pairIds(a, b)), limit: 1 })
    return pair ?? null
  },
)

/** The id of the customer that both records of a pair belong to after they were merged; null otherwise. */
export const findMerged = query(
  'duplicates.read',
  async (ctx, a: string | undefined, b: string | undefined): Promise<string | null> => {
    if (!isUuid(a) || !isUuid(b)) return null
    const [one, other] = await Promise.all([getSurvivorId(ctx, a), getSurvivorId(ctx, b)])
    return one === other ? one : null
  },
)

/** The open pairs among these, the likeliest first. */
export const listChosenPairs = query(
  'duplicates.decide',
  async (ctx, chosen: readonly PairIds[]): Promise<ShownPair[]> => {
    if (!chosen.length) return []
    const isChosen = chosen.map(isPair)
    const orderBy = [desc(duplicatePairs.probability), desc(duplicatePairs.customerId), desc(duplicatePairs.otherId)]
    return readPairs(ctx, { where: and(or(...isChosen), isOpen), orderBy, limit: chosen.length })
  },
)
