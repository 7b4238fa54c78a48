import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy, { type Busboy, type Limits } from 'busboy'
import { sanitizeText } from '@/lib/values/sanitize-text'

/** The form was cut off, or the body is not a form. Next may load the class more than once, so it is recognised by its name. */
export class CutShort extends Error {
  override name = 'CutShort'
}

export const isCutShort = (error: unknown): boolean => error instanceof Error && error.name === 'CutShort'

/** For `catch`: returns `answer` when the form was cut off, and rethrows any other error. */
export const whenCutShort =
  <T>(answer: T) =>
  (error: unknown): T => {
    if (isCutShort(error)) return answer
    throw error
  }

const cutShort = (cause: unknown) => new CutShort(cause instanceof Error ? cause.message : 'no form', { cause })

/** A parser for a form with files. @throws CutShort when its header has no boundary. */
export function formReader(contentType: string, limits: Limits): Busboy {
  try {
    return busboy({ headers: { 'content-type': contentType }, limits, defParamCharset: 'utf8' })
  } catch (error) {
    throw cutShort(error)
  }
}

/** Fills with the texts of the form while it is read, without characters that the database cannot store. */
export function collectFields(form: Busboy): Record<string, string> {
  const fields: Record<string, string> = {}
  form.on('field', (name, value) => (fields[name] = sanitizeText(value)))
  return fields
}

/** For `readFiles`: reads and drops a file. */
export function drainFile(file: Readable): Promise<null> {
  file.resume()
  return Promise.resolve(null)
}

/** `truncated`: the file was longer than the parser's limit. */
type FormFile = Readable & { truncated?: boolean }

/**
 * Streams a body into the parser and calls `take` with each file as it arrives. Returns the results in the order of the form.
 * @throws CutShort when the form was cut off. An error of `take` is rethrown after the rest of the body was read and dropped.
 */
export async function readFiles<T>(
  form: Busboy,
  body: Request['body'],
  take: (file: FormFile, name: string | undefined) => Promise<T>,
): Promise<T[]> {
  const source = Readable.fromWeb(body as ReadableStream)
  const taking: Promise<T>[] = []
  let failure: { reason: Error } | undefined
  form.on('file', (_field, file, { filename }) => {
    // A reader receives the error itself; before anybody reads, an unhandled error would end the process.
    file.on('error', () => undefined)
    const taken = take(file, filename)
    taking.push(taken)
    taken.catch((reason: Error) => {
      // When the form is cut off, its files fail too, but later.
      if (failure || form.destroyed) return
      failure = { reason }
      dropRest(source, form, reason)
    })
  })
  try {
    // Not `pipe`: it would leave the form and its unfinished files open when the client disconnects.
    await pipeline(source, form)
  } catch (error) {
    await Promise.allSettled(taking)
    throw failure ? failure.reason : cutShort(error)
  }
  return Promise.all(taking)
}

/** Reads and drops the rest: the parser would wait forever for a file that nobody reads, and a browser shows its own error when an upload is cut off. */
function dropRest(source: Readable, form: Busboy, reason: Error): void {
  const end = () => form.destroy(reason)
  source.unpipe(form)
  if (source.readableEnded) return void end()
  source.once('end', end)
  source.resume()
}
