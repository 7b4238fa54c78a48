import { and, count, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { importChanges, imports } from '@/db/schema'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { record } from '@/lib/audit/record'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { mayImport } from '../policy'
import { kindOf } from '../kinds/all'

type Options = { batchRows?: number; clock?: () => Date }

/**
 * Undoes an import to its end, as the user who confirmed it. It is safe to call again after a crash, and does nothing when the undo has
 * ended, or when that user may no longer import: then somebody else can continue it.
 */
export async function runUndo(db: Primary, importId: string, { batchRows, clock = () => new Date() }: Options = {}) {
  const [file] = await db
    .select()
    .from(imports)
    .where(and(eq(imports.id, importId), isNotNull(imports.undoStartedAt), isNull(imports.undoFinishedAt)))
  const viewer = file?.undoStartedBy && (await viewerOfUser(file.undoStartedBy, db))
  if (!viewer || !mayImport(viewer)) return
  const ctx = (): WriteCtx => ({ db, viewer, requestId: importId, now: clock() })
  while (await kindOf(file).undoBatch(ctx(), importId, batchRows));
  await finish(ctx(), importId)
}

async function finish(ctx: WriteCtx, importId: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [done] = await tx
      .update(imports)
      .set({ undoFinishedAt: ctx.now })
      .where(and(eq(imports.id, importId), isNotNull(imports.undoStartedAt), isNull(imports.undoFinishedAt)))
      .returning({ id: imports.id })
    if (!done) return
    const details = await countUndone(tx, importId)
    const subject = `import:${importId}`
    await record(tx, actorOf(ctx), { event: 'import.undone', customerId: null, subject, details })
  })
}

const isKept = sql`jsonb_array_length(${importChanges.kept}) > 0`

/** How many changes were taken back, and how many stay in whole or in part. */
async function countUndone(db: Primary, importId: string): Promise<{ undone: number; kept: number }> {
  const [row] = await db
    .select({
      undone: sql<number>`(${count()} filter (where not ${isKept}))::int`,
      kept: sql<number>`(${count()} filter (where ${isKept}))::int`,
    })
    .from(importChanges)
    .where(and(eq(importChanges.importId, importId), isNotNull(importChanges.undoneAt)))
  return row ?? { undone: 0, kept: 0 }
}
