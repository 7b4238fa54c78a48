import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { lockFor } from '@/db/advisory-locks'
import { importPurchaseRows, imports } from '@/db/schema'
import { recordMany } from '@/lib/audit/record-many'
import { lockGroups } from '@/lib/customer-group/lock'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import type { WrittenRow } from '@/lib/purchases/batch'
import { takeBackPurchases } from '@/lib/purchases/take-back'

const BATCH_ROWS = 200

type Saved = typeof importPurchaseRows.$inferSelect

/** What refers to other rows is taken back first. */
const ORDER = sql`array_position(array['purchases', 'items', 'returns', 'exclusions', 'credits', 'uses'], ${importPurchaseRows.kind})`

/**
 * Takes back the last rows of an import that are not undone yet, in one transaction: after a crash, all of it is saved or nothing.
 * Returns false when there is nothing left to do.
 */
export function undoBatch(ctx: WriteCtx, importId: string, batchRows = BATCH_ROWS): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx }
    const [file] = await tx.select().from(imports).where(eq(imports.id, importId)).for('update')
    if (!file?.undoStartedAt || file.undoFinishedAt) return false
    await tx.execute(lockFor('imports'))
    const saved = await tx
      .select()
      .from(importPurchaseRows)
      .where(
        and(
          eq(importPurchaseRows.importId, importId),
          isNull(importPurchaseRows.undoneAt),
          isNotNull(importPurchaseRows.after),
        ),
      )
      .orderBy(desc(importPurchaseRows.row), desc(ORDER), importPurchaseRows.parentKey, importPurchaseRows.key)
      .limit(batchRows)
    if (!saved.length) return false
    await lockGroups(tx, [...new Set(saved.map(({ customerId }) => customerId))])
    const rows = new Map(saved.map((row) => [writtenOf(row), row]))
    const stay = new Set(await takeBackPurchases(inside, [...rows.keys()]))
    const kept = [...rows].flatMap(([written, row]) => (stay.has(written) ? [row] : []))
    await mark(inside, saved, kept)
    await recordUndone(
      inside,
      importId,
      saved.filter((row) => !kept.includes(row)),
    )
    return true
  })
}

const writtenOf = ({ kind, customerId, parentId, rowId, before, after }: Saved): WrittenRow => ({
  result: 'written',
  place: { kind, customerId, parentId, id: rowId },
  before,
  after: after!,
})

async function mark(ctx: WriteCtx, saved: readonly Saved[], kept: readonly Saved[]): Promise<void> {
  const column = (pick: (row: Saved) => string) => sql.param(saved.map(pick))
  await ctx.db.execute(sql`
    update import_purchase_rows r set undone_at = ${ctx.now.toISOString()}::timestamptz, kept = k.kept
    from unnest(${column((row) => row.kind)}::text[], ${column((row) => row.parentKey)}::text[], ${column((row) => row.key)}::text[],
      ${sql.param(saved.map((row) => kept.includes(row)))}::boolean[]) k(kind, parent_key, key, kept)
    where r.import_id = ${saved[0]!.importId} and (r.kind, r.parent_key, r.key) = (k.kind, k.parent_key, k.key)`)
}

/** One event for each customer, with the number of rows of each kind that were taken back. */
async function recordUndone(ctx: WriteCtx, importId: string, undone: readonly Saved[]): Promise<void> {
  const byCustomer = new Map<string, Record<string, number>>()
  for (const { customerId, kind } of undone) {
    const counts = byCustomer.get(customerId) ?? {}
    byCustomer.set(customerId, { ...counts, [kind]: (counts[kind] ?? 0) + 1 })
  }
  await recordMany(
    ctx.db,
    actorOf(ctx),
    [...byCustomer].map(([customerId, counts]) => ({
      event: 'purchase_import.undone' as const,
      customerId,
      details: { importId, ...counts },
    })),
  )
}
