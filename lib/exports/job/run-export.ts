import { and, eq, inArray } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { exports } from '@/db/schema'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { record } from '@/lib/audit/record'
import type { WriteCtx } from '@/lib/kernel/context'
import { reportOf, type Report } from '@/lib/reports/customer-filter/schema'
import { discardStaged, recordStaged } from '@/lib/storage/staged'
import { daysAfter } from '@/lib/values/days'
import { newId } from '@/lib/values/ids'
import { fixCustomers } from './fix-customers'
import { Stopped, writeFile, type Written } from './write-file'

/** How long a file can be downloaded. */
export const KEPT_DAYS = 7

export type Attempt = typeof exports.$inferSelect

/**
 * Writes the file of an export as the user who requested it, with the permissions, scope and masks that the user has now. An attempt that is
 * cancelled, or that a newer attempt has replaced, leaves nothing. It is safe to call again after a crash.
 */
export async function runExport(db: Primary, exportId: string, now = new Date()): Promise<void> {
  const [attempt] = await db
    .update(exports)
    .set({ status: 'running', attemptId: newId() })
    .where(and(eq(exports.id, exportId), inArray(exports.status, ['queued', 'running'])))
    .returning()
  if (!attempt) return
  const viewer = await viewerOfUser(attempt.requestedBy, db)
  const report = reportOf(attempt.query)
  if (!viewer?.can('exports.create')) return failExport(db, attempt, 'user_lost_access', now)
  if (!report) return failExport(db, attempt, 'filter_invalid', now)
  await write({ db, viewer, requestId: exportId, now }, attempt, report)
}

async function write(ctx: WriteCtx, attempt: Attempt, report: Report): Promise<void> {
  await fixCustomers(ctx, attempt.id, report)
  try {
    const written = await writeFile(ctx, attempt, report)
    if (!(await finish(ctx, attempt, written))) await discardStaged(ctx.db, [written.storageKey])
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
}

const isCurrent = ({ id, attemptId }: Attempt) =>
  and(eq(exports.id, id), eq(exports.status, 'running'), eq(exports.attemptId, attemptId!))

/** False when the export was cancelled meanwhile. */
const finish = ({ db, now }: WriteCtx, attempt: Attempt, written: Written): Promise<boolean> =>
  db.transaction(async (tx) => {
    const expiresAt = daysAfter(now, KEPT_DAYS)
    const [done] = await tx
      .update(exports)
      .set({ ...written, status: 'finished', finishedAt: now, expiresAt })
      .where(isCurrent(attempt))
      .returning({ rows: exports.rowsDone })
    if (!done) return false
    await recordStaged(tx, written.storageKey)
    await recordEnd(tx, attempt, now, { filter: attempt.query, rowsDone: done.rows })
    return true
  })

/** Ends an export without a file. */
export const failExport = (db: Primary, attempt: Attempt, failure: string, now: Date): Promise<void> =>
  db.transaction(async (tx) => {
    const failed = await tx
      .update(exports)
      .set({ status: 'failed', failure, finishedAt: now })
      .where(isCurrent(attempt))
      .returning({ id: exports.id })
    if (failed.length) await recordEnd(tx, attempt, now, { failure })
  })

const recordEnd = (tx: Primary, { id, requestedBy }: Attempt, now: Date, details: Record<string, unknown>) =>
  record(
    tx,
    { userId: requestedBy, requestId: id, now },
    { event: 'export.finished', customerId: null, subject: `export:${id}`, details },
  )

/** Marks an export as failed after the queue has tried it for the last time. */
export async function giveUpExport(db: Primary, exportId: string, now = new Date()): Promise<void> {
  const [attempt] = await db.select().from(exports).where(eq(exports.id, exportId))
  if (attempt) await failExport(db, attempt, 'error', now)
}
