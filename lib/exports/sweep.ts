import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { exports } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/boss'

const BATCH = 200

/** Deletes the files of expired exports, at most 200. Their rows stay. */
export async function sweepExports(db: Primary, now: Date): Promise<void> {
  const expired = await db
    .select({ id: exports.id, key: exports.storageKey })
    .from(exports)
    .where(and(lte(exports.expiresAt, now), isNotNull(exports.storageKey), isNull(exports.fileDeletedAt)))
    .orderBy(asc(exports.expiresAt))
    .limit(BATCH)
  for (const { id, key } of expired) if (key) await deleteFile(db, id, key, now)
}

const deleteFile = (db: Primary, id: string, key: string, now: Date): Promise<void> =>
  db.transaction(async (tx) => {
    const marked = await tx
      .update(exports)
      .set({ fileDeletedAt: now })
      .where(and(eq(exports.id, id), isNull(exports.fileDeletedAt)))
      .returning({ id: exports.id })
    if (!marked.length) return
    await enqueue(tx, 'drop-content', { key })
    const actor = { userId: null, requestId: null, now }
    await record(tx, actor, { event: 'export.deleted', customerId: null, subject: `export:${id}` })
  })
