import type { Params } from '@/lib/http/page'
import type { PairIds } from '@/lib/duplicates/policy'
import { PAIRS_MAX } from '@/lib/duplicates/schema'
import { isUuid } from '@/lib/values/ids'

export const chosenValue = ({ customerId, otherId }: PairIds) => `${customerId}.${otherId}`

/** The pairs in the address of the review, 50 at most. Each has a parameter of its own, because pages read one value for each name. */
export function readChosen(search: Params): PairIds[] {
  const values = Object.entries(search).flatMap(([name, value]) => (/^pair-\d+$/.test(name) && value ? [value] : []))
  return [...new Set(values)].slice(0, PAIRS_MAX).flatMap((value) => {
    const [customerId, otherId] = value.split('.')
    return isUuid(customerId) && isUuid(otherId) ? [{ customerId, otherId }] : []
  })
}
