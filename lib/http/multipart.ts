import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy, { type Busboy, type Limits } from 'busboy'

/** A form whose sending broke off, or that is none. Next may load the class more than once, so it is known by its name. */
export class CutShort extends Error {
  override name = 'CutShort'
}

export const isCutShort = (error: unknown): boolean => error instanceof Error && error.name === 'CutShort'

/** For `catch`: this answer when the sending broke off; any other failure goes on. */
export const whenCutShort =
  <T>(answer: T) =>
  (error: unknown): T => {
    if (isCutShort(error)) return answer
    throw error
  }

const cutShort = (cause: unknown) => new CutShort(cause instanceof Error ? cause.message : 'no form', { cause })

/** Reads a form that arrives with files. @throws CutShort when its header names no boundary. */
export function formReader(contentType: string, limits: Limits): Busboy {
  try {
    return busboy({ headers: { 'content-type': contentType }, limits, defParamCharset: 'utf8' })
  } catch (error) {
    throw cutShort(error)
  }
}

/** `truncated`: there was more of it than the reader's limit. */
type FormFile = Readable & { truncated?: boolean }

/**
 * Streams a body into its reader, hands each file to `take` as it arrives, and answers what they became, in the form's order.
 * @throws CutShort when the sending broke off; what `take` throws, as it is, once the rest of the body was read and dropped.
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
    // Who reads it is told by reading; one that nobody reads yet must not end the process.
    file.on('error', () => undefined)
    const taken = take(file, filename)
    taking.push(taken)
    taken.catch((reason: Error) => {
      // Of a form that broke off its files fail too, but after it.
      if (failure || form.destroyed) return
      failure = { reason }
      dropRest(source, form, reason)
    })
  })
  try {
    // Not `pipe`: it would leave the form, and the half files behind it, open when the sender goes away.
    await pipeline(source, form)
  } catch (error) {
    await Promise.allSettled(taking)
    throw failure ? failure.reason : cutShort(error)
  }
  return Promise.all(taking)
}

/** The reader would wait for ever for a file that nobody reads on; and a browser whose upload is not read to its end shows an error of its own. */
function dropRest(source: Readable, form: Busboy, reason: Error): void {
  const end = () => form.destroy(reason)
  source.unpipe(form)
  if (source.readableEnded) return void end()
  source.once('end', end)
  source.resume()
}
