import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, lt, or, isNotNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { stagedFiles } from '@/db/schema'
import { log } from '@/lib/log'
import { storage } from './storage'

/** A folder of the storage. A bucket's lifecycle rules may move `archive/` to a cheaper class. */
export type Folder = 'documents' | 'archive' | 'attachments' | 'exports'

/** A random key: no two records ever share a file, so a file whose record is gone can be deleted without a lock. */
export function newKey(folder: Folder): string {
  const id = randomUUID()
  return `${folder}/${id.slice(0, 2)}/${id}`
}

export const isIn = (folder: Folder, key: string): boolean => key.startsWith(`${folder}/`)

/**
 * Stores a file before the transaction that records it, and returns its key. The key is noted first, so that the sweep finds the file
 * when this process dies. Follow it with `recordStaged` in that transaction, and with `discardStaged` when the transaction fails.
 */
export async function stageFile(db: Primary, key: string, put: (key: string) => Promise<void>): Promise<string> {
  await db.insert(stagedFiles).values({ key })
  try {
    await put(key)
  } catch (error) {
    await discardStaged(db, [key])
    throw error
  }
  return key
}

type Put = (key: string) => Promise<void>

/**
 * Stores several files before the transaction of their command, as its `prepare` returns them: the keys in the order of the files, and
 * `discard` for a transaction that fails.
 */
export async function stageFiles(db: Primary, folder: Folder, files: readonly Put[]) {
  const keys: string[] = []
  const discard = () => discardStaged(db, keys)
  try {
    for (const put of files) keys.push(await stageFile(db, newKey(folder), put))
    return { ok: true as const, value: keys, discard }
  } catch (error) {
    await discard()
    throw error
  }
}

/** Part of the transaction that writes the row which names the key. @throws Error when the file was discarded or swept meanwhile. */
export async function recordStaged(tx: Primary, key: string): Promise<void> {
  const staged = await tx
    .delete(stagedFiles)
    .where(and(eq(stagedFiles.key, key), isNull(stagedFiles.droppingAt)))
    .returning({ key: stagedFiles.key })
  if (!staged.length) throw new Error(`the staged file ${key} is gone`)
}

/** Deletes staged files; leaves those that a transaction has recorded. A failure is logged and left to the sweep. */
export async function discardStaged(db: Primary, keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await drop(db, key).catch((error: unknown) => log.error({ err: error, key }, 'a staged file stays'))
}

/** Longer than any upload and its command take. */
const STAGED_HOURS_MAX = 24
const BATCH = 500

/** Deletes staged files that nothing recorded in time, the oldest first, at most 500. Returns how many. */
export async function sweepStaged(db: Primary, now: Date): Promise<number> {
  const before = new Date(now.getTime() - STAGED_HOURS_MAX * 3_600_000)
  const old = await db
    .select({ key: stagedFiles.key })
    .from(stagedFiles)
    .where(or(lt(stagedFiles.stagedAt, before), isNotNull(stagedFiles.droppingAt)))
    .orderBy(asc(stagedFiles.stagedAt))
    .limit(BATCH)
  await discardStaged(
    db,
    old.map(({ key }) => key),
  )
  return old.length
}

/** Marks the key first: from then on no transaction can record it, and a killed process leaves the mark for the sweep. */
async function drop(db: Primary, key: string): Promise<void> {
  const marked = await db
    .update(stagedFiles)
    .set({ droppingAt: new Date() })
    .where(eq(stagedFiles.key, key))
    .returning({ key: stagedFiles.key })
  if (!marked.length) return
  await storage().delete(key)
  await db.delete(stagedFiles).where(eq(stagedFiles.key, key))
}
