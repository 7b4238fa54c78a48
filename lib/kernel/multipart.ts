import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import busboy, { type Busboy, type Limits } from 'busboy'

/** A form whose sending broke off, or that is none. Next may load the class more than once, so it is known by its name. */
export class CutShort extends Error {
  override name = 'CutShort'
}

export const isCutShort = (error: unknown): boolean => error instanceof Error && error.name === 'CutShort'

const cutShort = (cause: unknown) => new CutShort(cause instanceof Error ? cause.message : 'no form', { cause })

/** Reads a form that arrives with files. @throws CutShort when its header names no boundary. */
export function formReader(contentType: string, limits: Limits): Busboy {
  try {
    return busboy({ headers: { 'content-type': contentType }, limits, defParamCharset: 'utf8' })
  } catch (error) {
    throw cutShort(error)
  }
}

/** Streams a body into its reader. Not `pipe`: it would leave the form, and the half files behind it, open when the sender goes away. */
export const readInto = (form: Busboy, body: Request['body']): Promise<void> =>
  pipeline(Readable.fromWeb(body as ReadableStream), form).catch((error: unknown) => {
    throw cutShort(error)
  })
