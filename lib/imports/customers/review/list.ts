import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { importReviews, stores } from '@/db/schema'
import type { RowReason } from '@/db/schema/imports'
import type { WriteCtx } from '@/lib/kernel/context'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'
import { customerPlanOf } from '../kind'
import { maySeeRows } from '../../policy'
import type { ImportRow } from '../../queries'
import { targetOf, type RowTarget } from '../row-target'
import { reasonInFile, shownChange, type ShownChange } from '../shown'
import { evaluate } from './evaluate'

const PAGE_ROWS = 20

/** A row that waits, masked for its viewer, with what accepting it would do now. */
export type WaitingRow = {
  row: number
  name: string
  target: RowTarget | null
  changes: ShownChange[]
  reasons: RowReason[]
  /** Sent with an acceptance, which is refused if the customer has changed since; null when the row can only be refused. */
  seen: string | null
}

/** The rows of an import that nobody has decided about, in file order, twenty a page. Empty for a viewer who may not see the rows. */
export const listWaitingRows = query(
  'imports.run',
  async (
    ctx: WriteCtx,
    file: ImportRow,
    cursor?: string,
  ): Promise<{ items: WaitingRow[]; nextCursor: string | null }> => {
    if (!file.waiting || file.undoStartedAt || !maySeeRows(ctx.viewer, file)) return { items: [], nextCursor: null }
    const after = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : 0
    const rows = await ctx.db
      .select()
      .from(importReviews)
      .where(and(eq(importReviews.importId, file.id), isNull(importReviews.decidedAt), gt(importReviews.row, after)))
      .orderBy(asc(importReviews.row))
      .limit(PAGE_ROWS + 1)
    const { page, nextCursor } = pageOf(rows, PAGE_ROWS, ({ row }) => String(row))
    const plan = await customerPlanOf(ctx, file, today(ctx.now))
    const named = await ctx.db.select({ id: stores.id, name: stores.name }).from(stores)
    const storeNames = new Map(named.map(({ id, name }) => [id, name]))
    const items: WaitingRow[] = []
    for (const review of page) {
      const { numbered, decided, seen } = await evaluate(ctx, file, plan, review, false)
      const { customer, changes, outcome } = decided
      const canAccept = outcome === 'changed' || outcome === 'unchanged'
      const reasons = outcome === 'rejected' ? decided.reasons : review.reasons
      items.push({
        row: review.row,
        name: numbered.candidate.fields.name ?? '',
        target: customer && canAccept ? targetOf(ctx.viewer, customer) : null,
        changes: changes.map((change) => shownChange(ctx.viewer, change, storeNames)),
        reasons: reasons.map((reason) => reasonInFile(ctx.viewer, reason)),
        seen: canAccept ? seen : null,
      })
    }
    return { items, nextCursor }
  },
)
