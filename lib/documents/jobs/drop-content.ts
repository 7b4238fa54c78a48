import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { documentFiles, documents } from '@/db/schema'
import { storage } from '@/lib/storage/storage'

/**
 * Deletes a stored file unless a document that is not deleted still uses it; safe to repeat. No lock is needed: rows never start to
 * use the key of another row's file.
 */
export async function dropContent(db: Primary, key: string): Promise<void> {
  if (key && !(await isUsed(db, key))) await storage().delete(key)
}

async function isUsed(db: Primary, storageKey: string): Promise<boolean> {
  const [row] = await db
    .select({ one: sql`1` })
    .from(documentFiles)
    .innerJoin(
      documents,
      and(eq(documents.customerId, documentFiles.customerId), eq(documents.id, documentFiles.documentId)),
    )
    .where(and(eq(documentFiles.storageKey, storageKey), isNull(documents.deletedAt)))
    .limit(1)
  return Boolean(row)
}
