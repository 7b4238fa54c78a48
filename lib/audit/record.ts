import type { Primary } from '@/db/handles'
import { appendEvents } from './append-events'
import type { ChainRow } from './chain'
import { SYSTEM_CHAIN, type AuditEvent } from './events'
import { customerKey, seal } from './seal'

export type Values = Record<string, unknown>

export type AuditEntry = {
  event: AuditEvent
  /** Null: the event belongs to the system chain. */
  customerId: string | null
  subject?: string
  /** Old and new personal values, encrypted with the customer's key. */
  before?: Values | null
  after?: Values | null
  /** Values that are not personal, stored unencrypted. */
  details?: Values
}

export type Actor = { userId: string | null; requestId: string | null; now: Date }

/** Appends one event to its chain. Call it inside the transaction of the change. */
export async function record(db: Primary, actor: Actor, entry: AuditEntry): Promise<void> {
  const key = entry.customerId && (entry.before || entry.after) ? await customerKey(db, entry.customerId) : undefined
  const row = chainRow(actor, entry, key)
  await appendEvents(db, [row])
}

/** The row of an entry. Without a customer there is no key and no personal data, so its values go into the details. */
export function chainRow(actor: Actor, { customerId, ...entry }: AuditEntry, key: Buffer | undefined): ChainRow {
  const values = entry.before || entry.after ? { before: entry.before ?? null, after: entry.after ?? null } : null
  const details = customerId ? (entry.details ?? {}) : { ...values, ...entry.details }
  return {
    customerId: customerId ?? SYSTEM_CHAIN,
    at: actor.now,
    actorId: actor.userId,
    event: entry.event,
    subject: entry.subject ?? null,
    sealed: customerId && key && values ? seal(key, Buffer.from(JSON.stringify(values)), customerId) : null,
    details: Object.keys(details).length ? JSON.stringify(details) : null,
    requestId: actor.requestId,
  }
}
