import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import type { OwnedRows } from '@/lib/purchases/find'
import type { RowKind } from '@/lib/purchases/batch'

/** Identifies a row of a purchase or credit within an import. */
export type Key = { kind: RowKind; parentKey: string; key: string }

export const keyText = ({ kind, parentKey, key }: Key): string => JSON.stringify([kind, parentKey, key])

export const digestOf = (values: object): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64').slice(0, 22)

/** What an import has written about some purchases and credits before this batch. */
export type Seen = {
  /** By `keyText`: what the first row of the file about it says. */
  digests: Map<string, string>
  /** How many items and returns without line numbers a purchase has so far. */
  counts: Map<string, number>
}

export async function findSeen(db: Primary, importId: string, parentKeys: readonly string[]): Promise<Seen> {
  const seen: Seen = { digests: new Map(), counts: new Map() }
  const { rows } = await db.execute<{ kind: RowKind; parent: string; key: string; digest: string }>(sql`
    select kind, parent_key as parent, key, digest from import_purchase_rows
    where import_id = ${importId} and parent_key = any(${sql.param([...new Set(parentKeys)])}::text[])`)
  for (const { kind, parent, key, digest } of rows) {
    seen.digests.set(keyText({ kind, parentKey: parent, key }), digest)
    if (kind === 'items' || kind === 'returns') seen.counts.set(parent, (seen.counts.get(parent) ?? 0) + 1)
  }
  return seen
}

/** The items that the purchases of a batch have already: by purchase id and line, with the article of each. */
export async function findLines(db: Primary, owned: OwnedRows['purchases']): Promise<Map<string, Map<number, string>>> {
  const lines = new Map<string, Map<number, string>>()
  const list = [...owned.values()]
  if (!list.length) return lines
  const { rows } = await db.execute<{ id: string; line: number; article: string }>(sql`
    select i.purchase_id as id, i.line, coalesce(i.sku, i.description) as article
    from unnest(${sql.param(list.map((o) => o.customerId))}::uuid[], ${sql.param(list.map((o) => o.id))}::uuid[]) k(customer, id)
    join purchase_items i on i.customer_id = k.customer and i.purchase_id = k.id`)
  for (const { id, line, article } of rows)
    lines.set(id, (lines.get(id) ?? new Map<number, string>()).set(line, article))
  return lines
}
