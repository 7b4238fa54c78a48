import type { auditChains, auditEvents, customerKeys } from '@/db/schema'
import { GENESIS, link, rowDigest, type ChainRow } from '@/lib/audit/chain'
import { newCustomerKey, seal } from '@/lib/audit/seal'
import type { Happened, Life } from './life/life'

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
  const events = inOrder.map((happened, index) => {
    const row = rowOf(customer.id, happened, key)
    hash = link(hash, rowDigest(row))
    return { ...row, seq: index + 1, hash }
  })
  return {
    key: { customerId: customer.id, wrapped },
    events,
    head: { customerId: customer.id, seq: events.length, hash },
  }
}

function rowOf(
  customerId: string,
  { at, actorId, event, subject, before, after, details }: Happened,
  key: Buffer,
): ChainRow {
  const personal =
    before || after ? Buffer.from(JSON.stringify({ before: before ?? null, after: after ?? null })) : null
  return {
    customerId,
    at,
    actorId,
    event,
    subject: subject ?? null,
    requestId: null,
    sealed: personal && seal(key, personal, customerId),
    details: details ? JSON.stringify(details) : null,
  }
}
