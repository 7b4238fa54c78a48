import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customerKeys } from '@/db/schema'
import { insertRows } from '@/db/insert-rows'
import { GENESIS, link, rowDigest, type ChainRow } from './chain'
import { chainRow, type Actor, type AuditEntry } from './record'
import { customerKeysOf, newCustomerKey } from './seal'

/** `actor`: who did this and when; without it, the actor of the whole call. */
type Entry = AuditEntry & { customerId: string; actor?: Actor }
type Head = { seq: number; hash: Buffer }
type Row = ChainRow & Head

/**
 * Appends many events to their customers' chains, in the order of `entries`, with a few statements.
 * Call it inside the transaction of the changes. `created` are customers that this transaction made: no other
 * transaction can see their chains, so they need no lock.
 */
export async function recordMany(
  db: Primary,
  actor: Actor,
  entries: readonly Entry[],
  created: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (!entries.length) return
  const keys = await keysFor(db, entries)
  const heads = await lockHeads(
    db,
    [...new Set(entries.map((e) => e.customerId))].filter((id) => !created.has(id)),
  )
  const rows = entries.map(({ actor: own = actor, ...entry }) => {
    const row = chainRow(own, entry, keys.get(entry.customerId))
    const last = heads.get(entry.customerId) ?? { seq: 0, hash: GENESIS }
    const head = { seq: last.seq + 1, hash: link(last.hash, rowDigest(row)) }
    heads.set(entry.customerId, head)
    return { ...row, ...head }
  })
  await insertEvents(db, rows)
  await saveHeads(db, heads)
}

/** The data keys of the customers with personal values in their entries; creates missing ones. */
async function keysFor(db: Primary, entries: readonly Entry[]): Promise<Map<string, Buffer>> {
  const ids = [...new Set(entries.filter((e) => e.before || e.after).map((e) => e.customerId))]
  if (!ids.length) return new Map()
  const found = await customerKeysOf(db, ids)
  const missing = ids.filter((id) => !found.has(id)).sort()
  if (!missing.length) return found
  await db
    .insert(customerKeys)
    .values(missing.map((customerId) => ({ customerId, wrapped: newCustomerKey(customerId).wrapped })))
    .onConflictDoNothing()
  return customerKeysOf(db, ids)
}

/** Locks the chains in the order of ids, so that two writers cannot deadlock. A missing chain starts at sequence 0. */
async function lockHeads(db: Primary, customerIds: string[]): Promise<Map<string, Head>> {
  if (!customerIds.length) return new Map()
  const ids = sql`${sql.param(customerIds)}::uuid[]`
  await db.execute(sql`
    insert into audit_chains (customer_id, seq, hash) select id, 0, ${GENESIS}::bytea from unnest(${ids}) id order by id on conflict do nothing`)
  const { rows } = await db.execute<{ customer_id: string; seq: string; hash: Buffer }>(
    sql`select customer_id, seq, hash from audit_chains where customer_id = any(${ids}) order by customer_id for update`,
  )
  return new Map(rows.map((row) => [row.customer_id, { seq: Number(row.seq), hash: row.hash }]))
}

const insertEvents = (db: Primary, rows: readonly Row[]): Promise<void> =>
  insertRows(db, 'audit_events', rows, {
    customer_id: ['uuid', (row) => row.customerId],
    seq: ['bigint', (row) => row.seq],
    at: ['timestamptz', (row) => row.at.toISOString()],
    actor_id: ['uuid', (row) => row.actorId],
    event: ['text', (row) => row.event],
    subject: ['text', (row) => row.subject],
    sealed: ['bytea', (row) => row.sealed],
    details: ['text', (row) => row.details],
    request_id: ['text', (row) => row.requestId],
    hash: ['bytea', (row) => row.hash],
  })

const saveHeads = (db: Primary, heads: ReadonlyMap<string, Head>): Promise<void> =>
  insertRows(
    db,
    'audit_chains',
    [...heads],
    {
      customer_id: ['uuid', ([customerId]) => customerId],
      seq: ['bigint', ([, head]) => head.seq],
      hash: ['bytea', ([, head]) => head.hash],
    },
    sql`on conflict (customer_id) do update set seq = excluded.seq, hash = excluded.hash`,
  )
