import path from 'node:path'
import { Worker } from 'node:worker_threads'

export type SignatureField = { name: string; reason: string; at: Date }

const WORKER = path.join(process.cwd(), 'lib/pdf/append-worker.mjs')
const DEADLINE_MS = 30_000
const MEMORY_MB = 768

/**
 * A document with more pages behind it and, when asked for, room for a signature. It begins with the original, byte for byte.
 * Parsed in a thread of its own with little time and memory.
 * @throws Error when the original cannot be read as a PDF.
 */
export function appendPages(original: Buffer, pages: Buffer, signature?: SignatureField): Promise<Buffer> {
  const worker = new Worker(WORKER, { workerData: { original, pages, signature }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  const deadline = setTimeout(() => void worker.terminate(), DEADLINE_MS)
  return new Promise<Buffer>((resolve, reject) => {
    worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)))
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that appends pages ended')))
  }).finally(() => {
    clearTimeout(deadline)
    void worker.terminate()
  })
}
