import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { GENESIS, rowDigest, type ChainRow } from './chain'
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
  const digest = rowDigest(row)
  await db.execute(sql`
    with head as (
      insert into audit_chains (customer_id, seq, hash) values (${row.customerId}, 1, sha256(${Buffer.concat([GENESIS, digest])}::bytea))
      on conflict (customer_id) do update set seq = audit_chains.seq + 1, hash = sha256(audit_chains.hash || ${digest}::bytea)
      returning seq, hash
    )
    insert into audit_events (customer_id, seq, at, actor_id, event, subject, sealed, details, request_id, hash)
    select ${row.customerId}, seq, ${row.at.toISOString()}::timestamptz, ${row.actorId}, ${row.event}, ${row.subject},
      ${row.sealed}::bytea, ${row.details}, ${row.requestId}, hash from head`)
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
