import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { documentFiles, documents } from '@/db/schema'
import { archiveKey, contentKey } from '@/lib/storage/content'
import { storage } from '@/lib/storage/storage'
import { lockContent } from '../lock-content'

/** Deletes a content's bytes wherever no live document stands on them any more. Safe to repeat. */
export async function dropContent(db: Db, sha256: string): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return
  await db.transaction(async (tx) => {
    await lockContent(tx, sha256)
    for (const key of [contentKey(sha256), archiveKey(sha256)]) {
      if (!(await isStoodOn(tx, key))) await storage().delete(key)
    }
  })
}

async function isStoodOn(tx: Db, storageKey: string): Promise<boolean> {
  const [row] = await tx
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
