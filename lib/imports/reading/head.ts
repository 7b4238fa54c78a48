import { storage } from '@/lib/storage/storage'

export const HEAD_BYTES = 256 * 1024

/** The first bytes of a stored file, and whether they are the whole file. */
export async function headOf(storageKey: string): Promise<{ bytes: Buffer; whole: boolean }> {
  const stream = await storage().getStream(storageKey)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      size += chunk.length
      if (size > HEAD_BYTES) return { bytes: Buffer.concat(chunks), whole: false }
    }
    return { bytes: Buffer.concat(chunks), whole: true }
  } finally {
    stream.destroy()
  }
}
