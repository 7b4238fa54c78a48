import type { Primary } from '@/db/handles'
import { outbox, type DeliveryPayload, type DELIVERY_KINDS } from '@/db/schema/outbox'
import { clockIds, type Ids } from '@/lib/values/ids'
import type { SendChannel } from './address'

type Delivery = {
  kind: (typeof DELIVERY_KINDS)[number]
  channel: SendChannel
  /** Null: to one of the staff. */
  customerId: string | null
  sendId?: string
  payload: DeliveryPayload
  now: Date
  ids?: Ids
}

/** Puts what must leave the house beside the change that wants it: a rolled back transaction sends nothing. Answers the provider's idempotency key. */
export async function queueDelivery(tx: Primary, { now, ids = clockIds, ...delivery }: Delivery): Promise<string> {
  const id = ids.row()
  await tx.insert(outbox).values({ id, ...delivery, dueAt: now, createdAt: now })
  return id
}
