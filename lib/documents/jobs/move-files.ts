import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { documentFiles, documents } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { discardStaged, isIn, newKey, recordStaged, stageFile, type Folder } from '@/lib/storage/staged'
import { storage } from '@/lib/storage/storage'

type Which = { customerId: string; documentId: string }

/** One file copied to the other folder of the storage. */
type Copy = { role: 'original' | 'final'; from: string; to: string }

export type Copies = { folder: Folder; copies: Copy[]; discard: () => Promise<void> }

/**
 * Copies a document's files into the archive or back, before the transaction that records the move.
 * @throws Error when a file is not in the storage; no copy is left then.
 */
export async function copyFiles(db: Primary, which: Which, folder: Folder): Promise<Copies> {
  const copies: Copy[] = []
  const discard = () =>
    discardStaged(
      db,
      copies.map(({ to }) => to),
    )
  try {
    for (const { role, storageKey: from } of await filesElsewhere(db, which, folder)) {
      const to = await stageFile(db, newKey(folder), (key) => storage().copy(from, key))
      copies.push({ role, from, to })
    }
  } catch (error) {
    await discard()
    throw error
  }
  return { folder, copies, discard }
}

/**
 * Makes a document's rows name its copies, in the caller's transaction and under the customer's lock; a job deletes the earlier files.
 * Returns false, and changes nothing, when the document's files are no longer those that were copied.
 */
export async function recordMove(
  tx: Primary,
  { customerId, documentId }: Which,
  { folder, copies }: Pick<Copies, 'folder' | 'copies'>,
  archivedAt: Date | null,
): Promise<boolean> {
  const present = await filesElsewhere(tx, { customerId, documentId }, folder)
  const isCopied = (key: string) => copies.some(({ from }) => from === key)
  if (present.length !== copies.length || !present.every(({ storageKey }) => isCopied(storageKey))) return false
  for (const { role, from, to } of copies) {
    await recordStaged(tx, to)
    await tx
      .update(documentFiles)
      .set({ storageKey: to })
      .where(and(ofDocument({ customerId, documentId }), eq(documentFiles.role, role)))
    await enqueue(tx, 'drop-content', { key: from })
  }
  await tx
    .update(documents)
    .set({ archivedAt })
    .where(and(eq(documents.customerId, customerId), eq(documents.id, documentId)))
  return true
}

const ofDocument = ({ customerId, documentId }: Which) =>
  and(eq(documentFiles.customerId, customerId), eq(documentFiles.documentId, documentId))

/** The document's files that are not in the folder yet. */
async function filesElsewhere(db: Primary, which: Which, folder: Folder) {
  const files = await db
    .select({ role: documentFiles.role, storageKey: documentFiles.storageKey })
    .from(documentFiles)
    .where(ofDocument(which))
    .orderBy(documentFiles.role)
  return files.filter(({ storageKey }) => !isIn(folder, storageKey))
}
