import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { putStream } from '@/lib/storage/put-stream'
import { storage } from '@/lib/storage/storage'
import { Inspector, type Inspected } from './inspect'

export const keyOf = (importId: string) => `imports/${importId}.csv`

/** Keeps a file under the import's key while finding out what it is; what is refused is not kept. */
export async function storeFile(importId: string, file: Readable, maxBytes: number): Promise<Inspected> {
  const key = keyOf(importId)
  const inspector = new Inspector(maxBytes)
  const kept = new PassThrough()
  const put = putStream(key, kept).catch((error: Error) => {
    kept.destroy(error)
    throw error
  })
  // Both must have ended: a file dropped while it is still being opened would come back.
  const ended = await Promise.allSettled([pipeline(file, inspector, kept), put])
  const failed = ended.find((end) => end.status === 'rejected')
  if (failed) {
    // What failed first tells more than a storage that cannot drop it either.
    await dropFile(importId).catch(() => undefined)
    throw failed.reason
  }
  const result = inspector.result()
  if (!result.ok) await dropFile(importId)
  return result
}

export const dropFile = (importId: string): Promise<void> => storage().delete(keyOf(importId))
