import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { collectFields, drainFile, formReader, readFiles } from '@/lib/http/multipart'
import { withTemporaryFolder } from './temporary-folder'

/** An uploaded file in a temporary folder. The bytes beyond the limit were not written. */
export type ReceivedFile = { path: string; name: string; sha256: string; bytes: number; isTooLarge: boolean }

export type ReceivedForm = { fields: Record<string, string>; files: ReceivedFile[]; hasTooManyFiles: boolean }

type Upload = Pick<Request, 'body' | 'headers'>

type Limits = { files: number; bytesPerFile: number; bytesPerField: number }

const FIELDS_MAX = 30

/**
 * Streams the files of a form to a temporary folder, passes them to `take` in the order of the form, and deletes the folder. An empty file
 * input counts as no file. @throws CutShort
 */
export function withReceivedFiles<T>(
  request: Upload,
  limits: Limits,
  take: (form: ReceivedForm) => Promise<T>,
): Promise<T> {
  return withTemporaryFolder(async (folder) => take(await readForm(request, limits, folder)))
}

async function readForm({ headers, body }: Upload, limits: Limits, folder: string): Promise<ReceivedForm> {
  const received: ReceivedForm = { fields: {}, files: [], hasTooManyFiles: false }
  const type = headers.get('content-type') ?? ''
  if (!body || !type.startsWith('multipart/form-data')) return received
  const form = formReader(type, { files: limits.files, fields: FIELDS_MAX, fieldSize: limits.bytesPerField })
  form.on('filesLimit', () => (received.hasTooManyFiles = true))
  const fields = collectFields(form)
  let count = 0
  // A file input that was left empty sends one part without a name.
  const files = await readFiles(form, body, (file, name) =>
    name ? writeFile(file, name, path.join(folder, String(count++)), limits.bytesPerFile) : drainFile(file),
  )
  return { ...received, fields, files: files.filter((file) => file !== null) }
}

/** Reads and drops the bytes beyond the limit: a browser whose upload is cut off shows its own error instead of ours. */
async function writeFile(file: Readable, name: string, target: string, bytesMax: number): Promise<ReceivedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes > bytesMax) return done()
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(file, limited, createWriteStream(target))
  return { path: target, name, sha256: hash.digest('hex'), bytes, isTooLarge: bytes > bytesMax }
}
