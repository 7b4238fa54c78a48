import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { customerKeys } from '@/db/schema'
import { GENESIS, link, rowDigest, type ChainRow } from './chain'
import { chainRow, type Actor, type AuditEntry } from './record'
import { customerKeysOf, newCustomerKey } from './seal'

type Entry = AuditEntry & { customerId: string }
type Head = { seq: number; hash: Buffer }
type Row = ChainRow & Head

const hex = (bytes: Buffer | null) => bytes && `\\x${bytes.toString('hex')}`

/**
 * Writes many events at the ends of their customers' chains, in the order given, with a handful of statements.
 * Call it inside the transaction of the changes it tells of. `created` are customers of this transaction: nobody else
 * can be at their chains, so they need no lock.
 */
export async function recordMany(
  db: Db,
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
  const rows = entries.map((entry) => {
    const row = chainRow(actor, entry, keys.get(entry.customerId))
    const last = heads.get(entry.customerId) ?? { seq: 0, hash: GENESIS }
    const head = { seq: last.seq + 1, hash: link(last.hash, rowDigest(row)) }
    heads.set(entry.customerId, head)
    return { ...row, ...head }
  })
  await insertEvents(db, rows)
  await saveHeads(db, heads)
}

/** The data keys of those whose entries carry personal values; made where missing. */
async function keysFor(db: Db, entries: readonly Entry[]): Promise<Map<string, Buffer>> {
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

/** In the order of ids, so that two writers cannot wait for each other. A chain that is not there yet begins at nothing. */
async function lockHeads(db: Db, customerIds: string[]): Promise<Map<string, Head>> {
  if (!customerIds.length) return new Map()
  const ids = sql`${sql.param(customerIds)}::uuid[]`
  await db.execute(sql`
    insert into audit_chains (customer_id, seq, hash) select id, 0, ${GENESIS}::bytea from unnest(${ids}) id order by id on conflict do nothing`)
  const { rows } = await db.execute<{ customer_id: string; seq: string; hash: Buffer }>(
    sql`select customer_id, seq, hash from audit_chains where customer_id = any(${ids}) order by customer_id for update`,
  )
  return new Map(rows.map((row) => [row.customer_id, { seq: Number(row.seq), hash: row.hash }]))
}

async function insertEvents(db: Db, rows: readonly Row[]): Promise<void> {
  const json = JSON.stringify(
    rows.map((row) => ({
      customer_id: row.customerId,
      seq: row.seq,
      at: row.at,
      actor_id: row.actorId,
      event: row.event,
      subject: row.subject,
      sealed: hex(row.sealed),
      details: row.details,
      request_id: row.requestId,
      hash: hex(row.hash),
    })),
  )
  await db.execute(sql`
    insert into audit_events (customer_id, seq, at, actor_id, event, subject, sealed, details, request_id, hash)
    select * from json_to_recordset(${json}::json) as e(customer_id uuid, seq bigint, at timestamptz, actor_id uuid, event text,
      subject text, sealed bytea, details text, request_id text, hash bytea)`)
}

async function saveHeads(db: Db, heads: ReadonlyMap<string, Head>): Promise<void> {
  const json = JSON.stringify([...heads].map(([customer_id, { seq, hash }]) => ({ customer_id, seq, hash: hex(hash) })))
  await db.execute(sql`
    insert into audit_chains (customer_id, seq, hash)
    select * from json_to_recordset(${json}::json) as h(customer_id uuid, seq bigint, hash bytea)
    on conflict (customer_id) do update set seq = excluded.seq, hash = excluded.hash`)
}
