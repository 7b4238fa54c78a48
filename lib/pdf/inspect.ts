import { open } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

export const MAX_PAGES = 500
export const MAX_PDF_MB = 25

/** Why a file is not taken as a document. Keys under `errors.documents.*`. */
export type PdfFault = 'not_pdf' | 'damaged_pdf' | 'encrypted_pdf' | 'too_many_pages'

export type InspectedPdf = { ok: true; pages: number } | { ok: false; code: PdfFault }

const WORKER = path.join(process.cwd(), 'lib/pdf/inspect-worker.mjs')
const DEADLINE_MS = 15_000
const MEMORY_MB = 384
/** Readers look for it within the first kilobyte (ISO 32000, annex H). */
const HEAD_BYTES = 1024

/** What a file of this machine's disk is as a PDF. A parser that takes too long or too much counts as a damaged file. */
export async function inspectPdf(file: string): Promise<InspectedPdf> {
  if (!(await headOf(file)).includes('%PDF-')) return { ok: false, code: 'not_pdf' }
  const facts = await parse(file)
  if (!facts) return { ok: false, code: 'damaged_pdf' }
  if (facts.encrypted) return { ok: false, code: 'encrypted_pdf' }
  if (!facts.pages) return { ok: false, code: 'damaged_pdf' }
  return facts.pages > MAX_PAGES ? { ok: false, code: 'too_many_pages' } : { ok: true, pages: facts.pages }
}

async function headOf(file: string): Promise<string> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead).toString('latin1')
  } finally {
    await handle.close()
  }
}

type Facts = { encrypted: boolean; pages: number }

function parse(file: string): Promise<Facts | null> {
  const worker = new Worker(WORKER, { workerData: { file }, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  const deadline = setTimeout(() => void worker.terminate(), DEADLINE_MS)
  return new Promise<Facts | null>((resolve) => {
    worker.once('message', resolve)
    worker.once('error', () => resolve(null))
    worker.once('exit', () => resolve(null))
  }).finally(() => {
    clearTimeout(deadline)
    void worker.terminate()
  })
}
