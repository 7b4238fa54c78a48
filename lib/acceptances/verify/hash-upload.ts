import { createHash } from 'node:crypto'
import { formReader, readFiles } from '@/lib/http/multipart'

export const CHECK_MAX_MB = 30
const BYTES_PER_MB = 1024 * 1024

export type Hashed = { ok: true; sha256: string } | { ok: false; problem: 'no_file' | 'too_large' }

export const NO_FILE = { ok: false, problem: 'no_file' } as const satisfies Hashed

/** Computes the SHA-256 of the file of a form while it is uploaded, without storing it. @throws CutShort */
export async function hashUpload(request: Pick<Request, 'body' | 'headers'>): Promise<Hashed> {
  const type = request.headers.get('content-type') ?? ''
  const { body } = request
  if (!body || !type.startsWith('multipart/form-data')) return NO_FILE
  const form = formReader(type, { files: 1, fileSize: CHECK_MAX_MB * BYTES_PER_MB })
  const [hashed] = await readFiles(form, body, async (file, name): Promise<Hashed> => {
    const hash = createHash('sha256')
    for await (const chunk of file) hash.update(chunk as Buffer)
    if (file.truncated) return { ok: false, problem: 'too_large' }
    return name ? { ok: true, sha256: hash.digest('hex') } : NO_FILE
  })
  return hashed ?? NO_FILE
}
