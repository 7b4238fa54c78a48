import type { auditChains, auditEvents, customerKeys } from '@/db/schema'
import { GENESIS, link, rowDigest } from '@/lib/audit/chain'
import { chainRow } from '@/lib/audit/record'
import { newCustomerKey } from '@/lib/audit/seal'
import type { Life } from './life/life'

type Chain = {
  key: typeof customerKeys.$inferSelect
  events: (typeof auditEvents.$inferSelect)[]
  head: typeof auditChains.$inferSelect
}

/** The chain `record()` would have left had each event been written when it happened, made in memory for speed. */
export function chainOf({ customer, history }: Life): Chain {
  const { key, wrapped } = newCustomerKey(customer.id)
  const inOrder = [...history].sort((a, b) => a.at.getTime() - b.at.getTime())
  let hash: Buffer = GENESIS
  const events = inOrder.map(({ at, actorId, ...happened }, index) => {
    const row = chainRow({ userId: actorId, requestId: null, now: at }, { ...happened, customerId: customer.id }, key)
    hash = link(hash, rowDigest(row))
    return { ...row, seq: index + 1, hash }
  })
  return {
    key: { customerId: customer.id, wrapped },
    events,
    head: { customerId: customer.id, seq: events.length, hash },
  }
}
