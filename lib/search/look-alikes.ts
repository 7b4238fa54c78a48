import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { admitSearch } from './admit-search'
import { detectFor } from './detect-for'
import type { SearchType } from './detect'
import type { Listed } from './hits'
import { searchCustomers } from './search-customers'
import { keysOf } from './search-keys'

type Wanted = { q: string; type: SearchType }

/** `isExact`: one of the values is the same, not only similar. */
export type LookAlike = Listed & { isExact: boolean }

const PER_VALUE = 5

/**
 * The customers in the viewer's scope who have one of these values or a similar name, at most five for each value. The searches count against
 * the person's budget like all others, but one that finds nothing does not count as a miss, because a new customer is not expected to be found.
 */
export const listLookAlikes = query('customers.read', async (ctx: WriteCtx, wanted: readonly Wanted[]) => {
  const found = new Map<string, LookAlike>()
  for (const asked of wanted) {
    const admission = await admitSearch(ctx, keysOf(detectFor(ctx.viewer, asked).shapes))
    if (!admission.ok) continue
    const { hits } = await searchCustomers(ctx, { ...asked, most: PER_VALUE })
    for (const { matchedBy, foundDocument: _, ...hit } of hits) {
      const isExact = !matchedBy.endsWith('similar') || found.get(hit.id)?.isExact === true
      found.set(hit.id, { ...hit, isExact })
    }
  }
  return [...found.values()]
})
