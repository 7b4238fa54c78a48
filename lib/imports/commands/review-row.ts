import { and, eq, sql } from 'drizzle-orm'
import { importRejections, importReviews, imports } from '@/db/schema'
import { command, succeed, type Prepared } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound, refused, type Failure } from '@/lib/kernel/result'
import { today } from '@/lib/kernel/today'
import { writeBatch } from '../customers/batch/write'
import { customerPlanOf } from '../customers/kind'
import { maySeeRows } from '../policy'
import { getImport } from '../queries'
import { evaluate, type Review } from '../customers/review/evaluate'
import type { CustomerPlan } from '../customers/row/types'
import { acceptedRow, refusedRow } from '../schema'
import { lockImport, type Import } from './lock'

/**
 * Applies a row that waits for review, if it still does what the person saw. Refusals: `imports.decided_already`, `imports.review_changed`,
 * `imports.undone_already`.
 */
export const acceptRow = command({
  event: 'import.row_accepted',
  permission: 'imports.run',
  input: acceptedRow,
  prepare: async (ctx, { importId }): Promise<Prepared<CustomerPlan>> => {
    const file = await getImport(ctx, importId)
    return file ? { ok: true, value: await customerPlanOf(ctx, file, today(ctx.now)) } : notFound()
  },
  run: async (ctx, { importId, row, seen }, plan) => {
    const waiting = await lockWaiting(ctx, importId, row)
    if (!waiting.ok) return waiting
    const { file, review } = waiting
    const { numbered, decision, decided, seen: now } = await evaluate(ctx, file, plan, review, true)
    if (now !== seen) return refused('imports.review_changed')
    await writeBatch(ctx, { importId, source: file.source, ...decision })
    await decide(ctx, review, 'accepted')
    const remarks = [...numbered.notes, ...numbered.hints]
    const customerId = decided.customer!.id
    if (remarks.length)
      await ctx.db
        .insert(importRejections)
        .values({ importId, row, outcome: 'noted', reasons: remarks, cells: review.cells, customerId })
    await ctx.db
      .update(imports)
      .set({
        waiting: sql`${imports.waiting} - 1`,
        accepted: sql`${imports.accepted} + 1`,
        changed: sql`${imports.changed} + ${decided.outcome === 'changed' ? 1 : 0}`,
        noted: sql`${imports.noted} + ${remarks.length ? 1 : 0}`,
      })
      .where(eq(imports.id, importId))
    return succeed({ importId }, { customerId: null, subject: `import:${importId}`, details: { row } })
  },
})

/**
 * Rejects a row that waits for review; the report of rejected rows then contains it. Refusals: `imports.decided_already`,
 * `imports.undone_already`.
 */
export const refuseRow = command({
  event: 'import.row_refused',
  permission: 'imports.run',
  input: refusedRow,
  run: async (ctx, { importId, row }) => {
    const waiting = await lockWaiting(ctx, importId, row)
    if (!waiting.ok) return waiting
    const { cells, reasons } = waiting.review
    await decide(ctx, waiting.review, 'refused')
    await ctx.db
      .insert(importRejections)
      .values({ importId, row, outcome: 'rejected', reasons: [...reasons, { code: 'refused_in_review' }], cells })
    await ctx.db
      .update(imports)
      .set({ waiting: sql`${imports.waiting} - 1`, rejected: sql`${imports.rejected} + 1` })
      .where(eq(imports.id, importId))
    return succeed({ importId }, { customerId: null, subject: `import:${importId}`, details: { row } })
  },
})

type Waiting = { ok: true; file: Import; review: Review } | { ok: false; failure: Failure }

/** Locks the import and then the row, so that two decisions about one row happen one after another. */
async function lockWaiting(ctx: WriteCtx, importId: string, row: number): Promise<Waiting> {
  const file = await lockImport(ctx, importId)
  if (!file || !maySeeRows(ctx.viewer, file)) return notFound()
  if (file.undoStartedAt) return refused('imports.undone_already')
  const [review] = await ctx.db
    .select()
    .from(importReviews)
    .where(and(eq(importReviews.importId, importId), eq(importReviews.row, row)))
    .for('update')
  if (!review) return notFound()
  return review.decidedAt ? refused('imports.decided_already') : { ok: true, file, review }
}

const decide = (ctx: WriteCtx, { importId, row }: Review, decision: 'accepted' | 'refused') =>
  ctx.db
    .update(importReviews)
    .set({ decision, decidedAt: ctx.now, decidedBy: ctx.viewer.userId })
    .where(and(eq(importReviews.importId, importId), eq(importReviews.row, row)))
