import { inArray } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { imports } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'

/** Queues unfinished imports again, so that they continue right after a restart. Each batch is claimed, so two workers never import it twice. */
export async function requeueImports(db: Primary): Promise<void> {
  const rows = await db
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.status, ['queued', 'running']))
  for (const { id } of rows) await enqueue(db, 'imports', { importId: id })
}
