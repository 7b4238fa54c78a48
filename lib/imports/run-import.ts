import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { imports } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { today } from '@/lib/kernel/today'
import type { Ids } from '@/lib/values/ids'
import { storage } from '@/lib/storage/storage'
import { runBatch } from './batch/run-batch'
import type { Import } from './kinds/rows'
import { mayImport } from './policy'
import { kindOf } from './kinds/all'
import { isRepeat } from './repeat'
import { readBatches } from './reading/batches'
import { readAhead } from '@/lib/kernel/read-ahead'
import { BrokenFile } from './reading/rows'

const BATCH_ROWS = 1000

type Options = {
  batchRows?: number
  /** The time of the imported changes. Default: now. */
  clock?: () => Date
  ids?: Ids | undefined
}

/**
 * Runs an import from where it stopped to its end, as the user who started it. Stops early, without recording anything, when it
 * is paused or cancelled, or when another worker is ahead. It is safe to call again after a crash.
 */
export async function runImport(db: Primary, importId: string, options: Options = {}): Promise<void> {
  const { batchRows = BATCH_ROWS, clock = () => new Date(), ids } = options
  const [started] = await db
    .update(imports)
    .set({ status: 'running', startedAt: sql`coalesce(${imports.startedAt}, ${clock().toISOString()}::timestamptz)` })
    .where(and(eq(imports.id, importId), inArray(imports.status, ['queued', 'running'])))
    .returning()
  if (!started) return
  const ctx = await ctxOf(db, started, clock, ids)
  if (!ctx) return fail(db, started, 'user_lost_access', clock())
  try {
    if (await readToTheEnd(ctx, started, batchRows, clock)) await finish({ ...ctx, now: clock() }, importId)
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error
    await fail(db, started, error.code, clock())
  }
}

/** The context of the user who started the import, or null when they may no longer import. */
async function ctxOf(db: Primary, { id, createdBy }: Import, clock: () => Date, ids?: Ids): Promise<WriteCtx | null> {
  const viewer = await viewerOfUser(createdBy, db)
  return viewer && mayImport(viewer) ? { db, viewer, requestId: id, now: clock(), ...(ids && { ids }) } : null
}

/** Reads the next batch while the current one is being written. */
async function readToTheEnd(ctx: WriteCtx, job: Import, batchRows: number, clock: () => Date): Promise<boolean> {
  const open = await kindOf(job).open(ctx, job, { today: today(), repeat: await isRepeat(ctx.db, job) })
  const file = await storage().getStream(job.storageKey)
  for await (const batch of readAhead(readBatches(file, job, open, batchRows))) {
    const written = await runBatch({ ...ctx, now: clock() }, open, { importId: job.id, ...batch })
    if (!written) return false
  }
  return true
}

async function finish(ctx: WriteCtx, importId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [done] = await tx
      .update(imports)
      .set({ status: 'finished', rowsTotal: imports.rowsDone, bytesDone: imports.bytes, finishedAt: ctx.now })
      .where(and(eq(imports.id, importId), eq(imports.status, 'running')))
      .returning()
    if (!done) return
    const { rowsDone, accepted, created, changed, rejected } = done
    await record(tx, actorOf(ctx), {
      event: 'import.finished',
      customerId: null,
      subject: `import:${importId}`,
      details: { rowsDone, accepted, created, changed, rejected },
    })
  })
}

/** Ends an import as failed. The rows imported so far stay, and the counts show them. */
export async function fail(
  db: Primary,
  { id, createdBy }: Pick<Import, 'id' | 'createdBy'>,
  failure: string,
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const [failed] = await tx
      .update(imports)
      .set({ status: 'failed', failure, finishedAt: now })
      .where(and(eq(imports.id, id), eq(imports.status, 'running')))
      .returning({ id: imports.id })
    if (!failed) return
    const actor = { userId: createdBy, requestId: id, now }
    await record(tx, actor, {
      event: 'import.finished',
      customerId: null,
      subject: `import:${id}`,
      details: { failure },
    })
  })
}
