import { createHash } from 'node:crypto'
import { formReader, readInto } from '@/lib/kernel/multipart'

export const CHECK_MAX_MB = 30
const BYTES_PER_MB = 1024 * 1024

export type Hashed = { ok: true; sha256: string } | { ok: false; problem: 'no_file' | 'too_large' }

/** The SHA-256 of the one file of a form, as it streams by: nothing of it is kept. @throws CutShort */
export function hashUpload(request: Pick<Request, 'body' | 'headers'>): Promise<Hashed> {
  const type = request.headers.get('content-type') ?? ''
  const { body } = request
  if (!body || !type.startsWith('multipart/form-data')) return Promise.resolve({ ok: false, problem: 'no_file' })
  return new Promise((resolve, reject) => {
    const form = formReader(type, { files: 1, fileSize: CHECK_MAX_MB * BYTES_PER_MB })
    let answer: Hashed = { ok: false, problem: 'no_file' }
    form.on('file', (_field, stream, { filename }) => {
      const hash = createHash('sha256')
      stream.on('data', (chunk: Buffer) => hash.update(chunk))
      stream.on('end', () => {
        if (stream.truncated) answer = { ok: false, problem: 'too_large' }
        else if (filename) answer = { ok: true, sha256: hash.digest('hex') }
      })
    })
    form.on('close', () => resolve(answer))
    readInto(form, body).catch(reject)
  })
}
