import { collectFields, formReader, readFiles } from '@/lib/http/multipart'
import type { Primary } from '@/db/handles'
import { sanitizeText } from '@/lib/values/sanitize-text'
import { kindIn } from '../kinds/columns'
import type { Inspected } from './inspect'
import { storeFile } from './store-file'

export type Received = { fields: Record<string, string> } & ({ file: Inspected; fileName: string } | { file: null })

type Upload = Pick<Request, 'body' | 'headers'>

const LIMITS = { files: 1, fields: 20, fieldSize: 4096 }

/**
 * Streams the file of a multipart form to the storage, without buffering it; `file` is null when the form has no file.
 * @throws CutShort when the form is cut short; its file is then deleted.
 */
export async function receiveFile(db: Primary, request: Upload, importId: string, maxBytes: number): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  const { body } = request
  if (!body || !type.startsWith('multipart/form-data')) return { fields: {}, file: null }
  const form = formReader(type, LIMITS)
  const fields = collectFields(form)
  const [received] = await readFiles(form, body, async (file, name) => ({
    // The field of the kind is before the file, so it has arrived when the file begins.
    file: await storeFile(db, importId, file, { maxBytes, kind: kindIn(fields.kind) }),
    fileName: nameOf(name),
  }))
  return { fields, ...(received ?? { file: null }) }
}

const nameOf = (filename: string | undefined) =>
  sanitizeText((filename ?? '').split(/[\\/]/).at(-1)!.slice(-200)) || 'csv'
