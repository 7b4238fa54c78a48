import { inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { imports } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'

/** Queues what was under way again, so that a restart goes on at once. One that another worker runs is not done twice: each batch is claimed. */
export async function requeueImports(db: Db): Promise<void> {
  const rows = await db
    .select({ id: imports.id })
    .from(imports)
    .where(inArray(imports.status, ['queued', 'running']))
  for (const { id } of rows) await enqueue(db, 'imports', { importId: id })
}
