import type { Primary } from '@/db/handles'
import { outbox, type DeliveryPayload, type DELIVERY_KINDS } from '@/db/schema/outbox'
import { clockIds, type Ids } from '@/lib/values/ids'
import type { SendChannel } from './address'

type Delivery = {
  kind: (typeof DELIVERY_KINDS)[number]
  channel: SendChannel
  /** Null if it is sent to a member of the staff. */
  customerId: string | null
  sendId?: string
  payload: DeliveryPayload
  now: Date
  ids?: Ids
}

/** Queues a delivery in the transaction of the change that causes it, so that a rollback sends nothing. Returns the delivery's id, which is the idempotency key. */
export async function queueDelivery(tx: Primary, { now, ids = clockIds, ...delivery }: Delivery): Promise<string> {
  const id = ids.row()
  await tx.insert(outbox).values({ id, ...delivery, dueAt: now, createdAt: now })
  return id
}
