import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { creditUses, credits, purchaseItems, purchaseKeys, purchaseReturns, purchaseExclusions } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import type { RowKind, RowPlace, WrittenRow } from './batch'
import { updateLastPurchases } from './last-purchase'
import { deleteRows, readRowsOf, saveRows, textOf } from './stored-rows'
import { TABLES } from './tables'
import { addUpItems, type PurchaseId } from './totals'

/** Rows that refer to others go first. */
const ORDER: readonly RowKind[] = ['uses', 'credits', 'exclusions', 'returns', 'items', 'purchases']

/**
 * Restores the values that rows had before a batch, and deletes the rows that it created. The caller has locked their groups. A row that
 * was changed since, or that other rows refer to, stays. Returns the rows that stay. The caller writes the history.
 */
export async function takeBackPurchases(ctx: WriteCtx, rows: readonly WrittenRow[]): Promise<WrittenRow[]> {
  const stay: WrittenRow[] = []
  for (const kind of ORDER) {
    const ofKind = rows.filter(({ place }) => place.kind === kind)
    stay.push(...(await takeBackKind(ctx, kind, ofKind)))
    if (kind === 'items')
      await addUpItems(
        ctx,
        ofKind.map(({ place }) => purchaseOf(place)),
      )
  }
  const purchases = rows.filter(({ place }) => place.kind === 'purchases')
  await updateLastPurchases(
    ctx,
    purchases.map(({ place }) => place.customerId),
    purchases.map(({ place, after }) => ({ customerId: place.customerId, at: String(after.purchased_at) })),
  )
  return stay
}

/** Identifies a row among all of its kind: items of different purchases have the same lines. */
const rowOf = ({ parentId, id }: Pick<RowPlace, 'parentId' | 'id'>): string => `${parentId} ${id}`

const purchaseOf = ({ customerId, parentId }: RowPlace): PurchaseId => ({ customerId, id: parentId! })

async function takeBackKind(ctx: WriteCtx, kind: RowKind, rows: readonly WrittenRow[]): Promise<WrittenRow[]> {
  if (!rows.length) return []
  const table = TABLES[kind]
  const keyOf = ({ place, after }: WrittenRow) => ({
    ...place,
    key: table.key === 'external_id' ? String(after.external_id) : place.id,
  })
  const stored = await readRowsOf(ctx, kind, rows.map(keyOf))
  const isUntouched = (row: WrittenRow) => {
    const now = stored.get(textOf(keyOf(row)))?.values
    return now !== undefined && Object.entries(now).every(([name, value]) => value === (row.after[name] ?? null))
  }
  const untouched = rows.filter(isUntouched)
  const needed = await findNeeded(
    ctx,
    kind,
    untouched.filter(({ before }) => !before),
  )
  const created = untouched.filter(({ before, place }) => !before && !needed.has(rowOf(place)))
  await deleteRows(
    ctx,
    kind,
    created.map(({ place }) => place),
  )
  await deleteKeys(ctx, kind, created)
  await saveRows(
    ctx,
    kind,
    untouched.flatMap(({ place, before }) => (before ? { place, values: before } : [])),
  )
  const undone = new Set([...created, ...untouched.filter(({ before }) => before)])
  return rows.filter((row) => !undone.has(row) && stored.has(textOf(keyOf(row))))
}

async function deleteKeys({ db }: WriteCtx, kind: RowKind, rows: readonly WrittenRow[]): Promise<void> {
  if ((kind !== 'purchases' && kind !== 'credits') || !rows.length) return
  const ids = rows.map(({ place }) => place.id)
  const customerIds = rows.map(({ place }) => place.customerId)
  await db
    .delete(purchaseKeys)
    .where(and(inArray(purchaseKeys.customerId, customerIds), inArray(purchaseKeys.rowId, ids)))
}

/** The created rows that other rows refer to, by `rowOf`: items, returns and credits of a purchase, uses of a credit, returns of a line. */
async function findNeeded(ctx: WriteCtx, kind: RowKind, rows: readonly WrittenRow[]): Promise<Set<string>> {
  if (!rows.length || kind === 'returns' || kind === 'exclusions' || kind === 'uses') return new Set()
  const customerIds = [...new Set(rows.map(({ place }) => place.customerId))]
  if (kind === 'items') return findReturnedLines(ctx, rows)
  const ids = rows.map(({ place }) => place.id)
  const tables = kind === 'credits' ? [creditUses.creditId] : OF_PURCHASE
  const needed = new Set<string>()
  for (const column of tables) {
    const found = await ctx.db
      .selectDistinct({ id: sql<string>`${column}` })
      .from(column.table)
      .where(and(inArray(sql`customer_id`, customerIds), inArray(column, ids)))
    for (const { id } of found) needed.add(rowOf({ parentId: null, id }))
  }
  return needed
}

const OF_PURCHASE = [
  purchaseItems.purchaseId,
  purchaseReturns.purchaseId,
  purchaseExclusions.purchaseId,
  credits.purchaseId,
  creditUses.purchaseId,
]

async function findReturnedLines({ db }: WriteCtx, rows: readonly WrittenRow[]): Promise<Set<string>> {
  const found = await db
    .select({ parentId: purchaseReturns.purchaseId, line: purchaseReturns.line })
    .from(purchaseReturns)
    .where(
      or(
        ...rows.map(({ place }) =>
          and(
            eq(purchaseReturns.customerId, place.customerId),
            eq(purchaseReturns.purchaseId, place.parentId!),
            eq(purchaseReturns.line, Number(place.id)),
          ),
        ),
      ),
    )
  return new Set(found.map(({ parentId, line }) => rowOf({ parentId, id: String(line) })))
}
