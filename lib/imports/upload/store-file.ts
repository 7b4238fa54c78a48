import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Primary } from '@/db/handles'
import type { ImportKind } from '@/db/schema/imports'
import { putStream } from '@/lib/storage/put-stream'
import { discardStaged, stageFile } from '@/lib/storage/staged'
import { Inspector, type Inspected } from './inspect'

type Limits = { maxBytes: number; kind?: ImportKind | undefined }

export const keyOf = (importId: string) => `imports/${importId}.csv`

/** Inspects a file and stores it under the import's key, as staged until `registerUpload` records it. Deletes a refused file. */
export async function storeFile(
  db: Primary,
  importId: string,
  file: Readable,
  { maxBytes, kind = 'customers' }: Limits,
): Promise<Inspected> {
  const key = keyOf(importId)
  const inspector = new Inspector(maxBytes, kind)
  const content = new PassThrough()
  const put = stageFile(db, key, () => putStream(key, content)).catch((error: Error) => {
    content.destroy(error)
    throw error
  })
  // Waits for both: a file deleted while it is still being opened would be created again.
  const ended = await Promise.allSettled([pipeline(file, inspector, content), put])
  const failed = ended.find((end) => end.status === 'rejected')
  if (failed) {
    await dropFile(db, importId)
    throw failed.reason
  }
  const result = inspector.result()
  if (!result.ok) await dropFile(db, importId)
  return result
}

export const dropFile = (db: Primary, importId: string): Promise<void> => discardStaged(db, [keyOf(importId)])
