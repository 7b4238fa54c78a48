import { formReader, readInto } from '@/lib/kernel/multipart'
import { storable } from '@/lib/kernel/storable'
import type { Inspected } from './inspect'
import { storeFile } from './store-file'

export type Received = { file: Inspected; fileName: string } | { file: null }

type Upload = Pick<Request, 'body' | 'headers'>

/**
 * Streams the one file of a multipart form to the storage; null when there is none. Nothing of it stays in memory.
 * @throws Error when the form is cut short; nothing of its file is kept.
 */
export function receiveFile(request: Upload, importId: string, maxBytes: number): Promise<Received> {
  const type = request.headers.get('content-type') ?? ''
  const { body } = request
  if (!body || !type.startsWith('multipart/form-data')) return Promise.resolve({ file: null })
  return new Promise((resolve, reject) => {
    const form = formReader(type, { files: 1 })
    let received: Promise<Received> = Promise.resolve({ file: null })
    form.on('file', (_field, stream, { filename }) => {
      received = storeFile(importId, stream, maxBytes).then((file) => ({ file, fileName: nameOf(filename) }))
      received.catch(reject)
    })
    form.on('close', () => resolve(received))
    readInto(form, body).catch((error: Error) => received.catch(() => undefined).then(() => reject(error)))
  })
}

const nameOf = (filename: string | undefined) => storable((filename ?? '').split(/[\\/]/).at(-1)!.slice(-200)) || 'csv'
