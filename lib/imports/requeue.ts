import { and, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { imports } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'

/** Queues unfinished imports and undos again, so that they continue right after a restart. Each batch is claimed, so two workers never do it twice. */
export async function requeueImports(db: Primary): Promise<void> {
  const rows = await db
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.status, ['queued', 'running']))
  for (const { id } of rows) await enqueue(db, 'imports', { importId: id })
  const undos = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(isNotNull(imports.undoStartedAt), isNull(imports.undoFinishedAt)))
  for (const { id } of undos) await enqueue(db, 'undo-imports', { importId: id })
}
