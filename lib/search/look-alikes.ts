import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { admitSearch } from './admit-search'
import { detectFor } from './detect-for'
import type { SearchType } from './detect'
import { searchCustomers } from './search-customers'
import { keysOf } from './search-keys'

type Wanted = { q: string; type: SearchType }
type LookAlike = { id: string; name: string; detail: string }

const PER_VALUE = 3
const LOOK_ALIKES_MAX = 6

/**
 * The customers in the viewer's scope who have one of these values, at most six, with masked values. The searches count against the
 * person's budget like all others, but one that finds nothing does not count as a miss, because a new customer is not expected to be found.
 */
export const listLookAlikes = query('customers.read', async (ctx: WriteCtx, wanted: readonly Wanted[]) => {
  const found = new Map<string, LookAlike>()
  for (const asked of wanted) {
    const admission = await admitSearch(ctx, keysOf(detectFor(ctx.viewer, asked).shapes))
    if (!admission.ok) continue
    const { hits } = await searchCustomers(ctx, { ...asked, most: PER_VALUE })
    for (const { id, name, document, phone, email, matchedBy } of hits) {
      if (matchedBy.endsWith('similar')) continue
      found.set(id, { id, name, detail: [document?.shown, phone, email].filter(Boolean).join(' · ') })
    }
  }
  return [...found.values()].slice(0, LOOK_ALIKES_MAX)
})
