import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { documentFiles, documents } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { archiveKey, contentKey, copyContent } from '@/lib/storage/content'
import { lockContent } from '../lock-content'

type Which = { customerId: string; documentId: string }

/**
 * Puts a document's files into the archive store or back, in the caller's transaction; what nobody stands on afterwards is dropped by a job.
 * @throws Error when a file is in neither place.
 */
export async function moveFiles(tx: Db, { customerId, documentId }: Which, archivedAt: Date | null): Promise<void> {
  const here = and(eq(documentFiles.customerId, customerId), eq(documentFiles.documentId, documentId))
  const files = await tx.select().from(documentFiles).where(here).orderBy(documentFiles.sha256)
  for (const { role, sha256, storageKey } of files) {
    const key = archivedAt ? archiveKey(sha256) : contentKey(sha256)
    if (key === storageKey) continue
    await lockContent(tx, sha256)
    await copyContent(storageKey, key)
    await tx
      .update(documentFiles)
      .set({ storageKey: key })
      .where(and(here, eq(documentFiles.role, role)))
    await enqueue(tx, 'drop-content', { sha256 })
  }
  await tx
    .update(documents)
    .set({ archivedAt })
    .where(and(eq(documents.customerId, customerId), eq(documents.id, documentId)))
}
