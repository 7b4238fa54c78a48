import { formReader, readFiles } from '@/lib/http/multipart'
import type { Primary } from '@/db/handles'
import { sanitizeText } from '@/lib/values/sanitize-text'
import type { Inspected } from './inspect'
import { storeFile } from './store-file'

export type Received = { file: Inspected; fileName: string } | { file: null }

type Upload = Pick<Request, 'body' | 'headers'>

/**
 * Streams the file of a multipart form to the storage, without buffering it; null when the form has no file.
 * @throws CutShort when the form is cut short; its file is then deleted.
 */
export async function receiveFile(db: Primary, request: Upload, importId: string, maxBytes: number): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  const { body } = request
  if (!body || !type.startsWith('multipart/form-data')) return { file: null }
  const [received] = await readFiles(formReader(type, { files: 1 }), body, async (file, name) => ({
    file: await storeFile(db, importId, file, maxBytes),
    fileName: nameOf(name),
  }))
  return received ?? { file: null }
}

const nameOf = (filename: string | undefined) =>
  sanitizeText((filename ?? '').split(/[\\/]/).at(-1)!.slice(-200)) || 'csv'
