import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { imports } from '@/db/schema'

type Import = typeof imports.$inferSelect

/** Whether the same bytes were imported completely before, with the same mapping, and not undone. */
export async function isRepeat(db: Primary, job: Import): Promise<boolean> {
  const [earlier] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(
        eq(imports.kind, job.kind),
        eq(imports.sha256, job.sha256),
        eq(imports.status, 'finished'),
        isNull(imports.undoStartedAt),
        eq(imports.source, job.source),
        eq(imports.keepAttributes, job.keepAttributes),
        eq(imports.mapping, job.mapping ?? {}),
        ne(imports.id, job.id),
      ),
    )
    .limit(1)
  return Boolean(earlier)
}
