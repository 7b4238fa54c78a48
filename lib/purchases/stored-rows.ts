import { sql } from 'drizzle-orm'
import { insertRows } from '@/db/insert-rows'
import type { WriteCtx } from '@/lib/kernel/context'
import type { RowKind, RowPlace, RowValues } from './batch'
import { normalized, TABLES } from './tables'

/** A row that a batch names: `key` is its id, its line or its external id. */
export type RowKey = { customerId: string; parentId: string | null; key: string }

export type StoredRow = { id: string; values: RowValues }

export const textOf = ({ customerId, parentId, key }: RowKey): string => [customerId, parentId, key].join(' ')

/** The stored rows of a kind by `textOf` their keys. The caller has locked their customers. */
export async function readRowsOf(
  { db }: Pick<WriteCtx, 'db'>,
  kind: RowKind,
  keys: readonly RowKey[],
): Promise<Map<string, StoredRow>> {
  if (!keys.length) return new Map()
  const table = TABLES[kind]
  const column = (of: (key: RowKey) => string | null) => sql.param(keys.map(of))
  const sameKey = table.key === 'id' ? 't.id = k.key::uuid' : `t.${table.key}::text = k.key`
  const sameParent = table.parent ? ` and t.${table.parent} = k.parent` : ''
  const { rows } = await db.execute<{ customer: string; parent: string | null; key: string; row: RowValues }>(sql`
    select t.customer_id as customer, k.parent, k.key, to_jsonb(t) as row
    from unnest(${column((k) => k.customerId)}::uuid[], ${column((k) => k.parentId)}::uuid[], ${column((k) => k.key)}::text[]) k(customer, parent, key)
    join ${sql.raw(table.name)} t on t.customer_id = k.customer${sql.raw(sameParent)} and ${sql.raw(sameKey)}`)
  return new Map(
    rows.map(({ customer, parent, key, row }) => [
      textOf({ customerId: customer, parentId: parent, key }),
      { id: String(row[table.id]), values: normalized(table, row) },
    ]),
  )
}

const FROM_ITEMS: ReadonlySet<string> = new Set(['total', 'freight'])

/** A total that follows the items stays as it is, until the items are added up. */
const newOrFromItems = (name: string) =>
  `case when excluded.total_from_items then purchases.${name} else excluded.${name} end`

type Row = { place: RowPlace; values: RowValues }

/** Inserts rows of a kind, or gives the existing ones these values. */
export async function saveRows(ctx: WriteCtx, kind: RowKind, rows: readonly Row[]): Promise<void> {
  const table = TABLES[kind]
  const now = ctx.now.toISOString()
  const own = Object.keys(table.columns)
  const idType = table.id === 'line' ? 'smallint' : 'uuid'
  const changed = own.map(
    (name) => `${name} = ${FROM_ITEMS.has(name) && kind === 'purchases' ? newOrFromItems(name) : `excluded.${name}`}`,
  )
  await insertRows<Row>(
    ctx.db,
    table.name,
    rows,
    {
      customer_id: ['uuid', ({ place }) => place.customerId],
      ...(table.parent && { [table.parent]: ['uuid', ({ place }: Row) => place.parentId] as const }),
      [table.id]: [idType, ({ place }) => place.id],
      ...Object.fromEntries(
        own.map((name) => [
          name,
          [table.columns[name]!, ({ values }: Row) => values[name] ?? table.defaults[name] ?? null] as const,
        ]),
      ),
      ...(kind !== 'items' && { created_at: ['timestamptz', now] as const }),
      ...(kind !== 'items' && { created_by: ['uuid', ctx.viewer.userId] as const }),
      ...(kind === 'purchases' && { updated_at: ['timestamptz', now] as const }),
    },
    sql.raw(
      `on conflict (customer_id${table.parent ? `, ${table.parent}` : ''}, ${table.id}) do update set ${[
        ...changed,
        ...(kind === 'purchases' ? ['updated_at = excluded.updated_at'] : []),
      ].join(', ')}`,
    ),
  )
}

/** Deletes rows of a kind. */
export async function deleteRows({ db }: WriteCtx, kind: RowKind, places: readonly RowPlace[]): Promise<void> {
  if (!places.length) return
  const table = TABLES[kind]
  const parent = table.parent ? ` and t.${table.parent} = k.parent` : ''
  await db.execute(sql`delete from ${sql.raw(table.name)} t using unnest(${sql.param(places.map((p) => p.customerId))}::uuid[],
    ${sql.param(places.map((p) => p.parentId))}::uuid[], ${sql.param(places.map((p) => p.id))}::text[]) k(customer, parent, id)
    where t.customer_id = k.customer${sql.raw(parent)} and t.${sql.raw(table.id)}::text = k.id`)
}
