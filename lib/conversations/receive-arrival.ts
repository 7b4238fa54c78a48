import type { Primary } from '@/db/handles'
import { inboundEvents } from '@/db/schema'
import { clockIds } from '@/lib/values/ids'
import { findSender, type MessageSource } from './find-sender'
import type { Arrival } from './inbound-event'
import { storeMessages, type Moment } from './store-messages'

type Incoming = {
  source: MessageSource
  eventId: string
  arrival: Arrival
  /** Runs for an event that is not a duplicate, before a customer is locked. */
  onFirst?: () => Promise<void>
}

export type Received = 'stored' | 'unassigned' | 'duplicate'

/**
 * Receives messages in the caller's transaction, once for each event id. Without a customer (none or several have the address) they wait in
 * the list of unassigned messages.
 */
export async function receiveArrival(
  tx: Primary,
  { source, eventId, arrival, onFirst }: Incoming,
  { now, ids = clockIds }: Moment,
): Promise<Received> {
  const found = await findSender(tx, source, arrival)
  const unassigned = 'unassigned' in found ? found.unassigned : null
  const claimed = await tx
    .insert(inboundEvents)
    .values({
      ...{ source, eventId, id: ids.row(), receivedAt: now, unassigned },
      content: unassigned && { ...arrival },
    })
    .onConflictDoNothing()
    .returning({ id: inboundEvents.id })
  if (!claimed.length) return 'duplicate'
  await onFirst?.()
  if (!('sender' in found)) return 'unassigned'
  await storeMessages(tx, source, found.sender, arrival, { now, ids })
  return 'stored'
}
