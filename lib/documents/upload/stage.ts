import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { inspectPdf, MAX_PDF_MB, type PdfFault } from '@/lib/pdf/inspect'
import type { StagedPdf } from '../schema'

const BYTES_PER_MB = 1024 * 1024

export type FileFault = PdfFault | 'too_large' | 'empty_file'

/** An uploaded file in a temporary folder. */
export type Arrived = { path: string; name: string; sha256: string; bytes: number }

/** Reads and drops the bytes beyond the limit: a browser whose upload is cut off shows its own error instead of ours. */
export async function writeDown(file: Readable, name: string, place: string, index: number): Promise<Arrived> {
  const hash = createHash('sha256')
  let bytes = 0
  const watched = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > MAX_PDF_MB * BYTES_PER_MB) return done()
      hash.update(chunk)
      done(null, chunk)
    },
  })
  const target = path.join(place, String(index))
  await pipeline(file, watched, createWriteStream(target))
  return { path: target, name, sha256: hash.digest('hex'), bytes }
}

/** Inspects an uploaded file: a PDF that can be recorded, or why not. `person` as in `workOnPdf`. */
export async function judge(file: Arrived, person: string): Promise<StagedPdf | { code: FileFault; name: string }> {
  const { name } = file
  if (!file.bytes) return { code: 'empty_file', name }
  if (file.bytes > MAX_PDF_MB * BYTES_PER_MB) return { code: 'too_large', name }
  const inspected = await inspectPdf(file.path, person)
  return inspected.ok ? { ...file, pages: inspected.pages } : { code: inspected.code, name }
}
