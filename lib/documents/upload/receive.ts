import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { formReader, readFiles } from '@/lib/http/multipart'
import { pdfFileName } from '@/lib/values/pdf-file-name'
import { sanitizeText } from '@/lib/values/sanitize-text'
import { MAX_FILES, type StagedPdf } from '../schema'
import { judge, writeDown, type Arrived, type FileFault } from './stage'

export type Received = { fields: Record<string, string>; files: StagedPdf[]; fault: Fault | null }

/** Why the upload was refused, and because of which file, if it was one of them. */
type Fault = { code: FileFault | 'too_many_files'; file?: string }

type Upload = Pick<Request, 'body' | 'headers'>

const FIELD_BYTES = 4096
const MAX_NAME = 200

/**
 * Streams a form's PDFs to a temporary folder, inspects them, passes them to `take`, and deletes the folder. `person` as in `workOnPdf`.
 * @throws CutShort
 */
export async function withUpload<T>(
  request: Upload,
  person: string,
  take: (received: Received) => Promise<T>,
): Promise<T> {
  const place = await mkdtemp(path.join(tmpdir(), 'retrato-documents-'))
  try {
    const { fields, arrived, tooMany } = await readForm(request, place)
    const files: StagedPdf[] = []
    for (const one of tooMany ? [] : arrived) {
      const judged = await judge(one, person)
      if ('code' in judged) return await take({ fields, files: [], fault: { code: judged.code, file: judged.name } })
      files.push(judged)
    }
    return await take({ fields, files, fault: tooMany ? { code: 'too_many_files' } : null })
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}

type Form = { fields: Record<string, string>; arrived: Arrived[]; tooMany: boolean }

async function readForm(request: Upload, place: string): Promise<Form> {
  const type = request.headers.get('content-type') ?? ''
  const { body } = request
  if (!body || !type.startsWith('multipart/form-data')) return { fields: {}, arrived: [], tooMany: false }
  const form = formReader(type, { files: MAX_FILES, fields: 20, fieldSize: FIELD_BYTES })
  const fields: Record<string, string> = {}
  let tooMany = false
  let count = 0
  form.on('field', (name, value) => (fields[name] = sanitizeText(value)))
  form.on('filesLimit', () => (tooMany = true))
  // A file input that was left empty sends one nameless part.
  const arrived = await readFiles(form, body, (file, name) =>
    name ? writeDown(file, nameOf(name), place, count++) : drained(file),
  )
  return { fields, arrived: arrived.filter((one) => one !== null), tooMany }
}

function drained(stream: Readable): Promise<null> {
  stream.resume()
  return Promise.resolve(null)
}

/** Includes characters that change the text direction, which could hide the real file extension. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}]/gu

/** Browsers write a quotation mark in a file's name as `%22` (HTML, "multipart/form-data"). */
const nameOf = (filename: string) => {
  const name = filename.replaceAll('%22', '"').replace(UNSEEN, '').split(/[\\/]/).at(-1)!
  return pdfFileName(sanitizeText(name.slice(-MAX_NAME)) || 'documento')
}
