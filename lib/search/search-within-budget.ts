import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { admitSearch, countMiss } from './admit-search'
import { detectFor } from './detect-for'
import { searchCustomers, type Asked, type SearchResult } from './search-customers'
import { keysOf } from './search-keys'

/** `pausedUntil`: the person's budget is used up until then, so only ids, names and numbers of documents were searched. */
export type LimitedResult = SearchResult & { pausedUntil: Date | null }

/**
 * The search of every page and handler: calls `searchCustomers`, and first records each search for a tax id, an e-mail, a phone or another
 * document and counts it against the person's budget (docs/decisions/022-masks-and-search.md).
 */
export const searchWithinBudget = query(
  'customers.read',
  async (ctx: WriteCtx, asked: Asked): Promise<LimitedResult> => {
    const admission = await admitSearch(ctx, keysOf(detectFor(ctx.viewer, asked).shapes))
    if (!admission.ok)
      return { ...(await searchCustomers(ctx, { ...asked, onlyUnlimited: true })), pausedUntil: admission.until }
    const result = await searchCustomers(ctx, asked)
    if (admission.isNew && !result.hits.length) await countMiss(ctx)
    return { ...result, pausedUntil: null }
  },
)
