import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** Below this an answer fits into one packet as it is. */
const WORTH_IT = 1_400
/** Of zlib: half of the default's work, for a tenth more bytes. */
const PAGE_LEVEL = 3
const FILE_LEVEL = 9
const FILES_MOST = 1_000
const [FOUND, PARTIAL] = [200, 206]
const TEXT = /^(text\/(html|x-component|css|javascript|plain)|application\/(javascript|json)|image\/svg)/

/** Asked for, and not with a weight of nought, which refuses it. */
const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/

type Given = [chunk?: unknown, ...rest: unknown[]]

/** What of the build never changes under its address, packed once. */
const files = new Map<string, Buffer>()

/**
 * Compresses an answer once it is whole, `file` being the address of one that never changes. Next's own way (`compress`, turned off) opens a stream
 * for each answer and flushes every piece of it, which costs a tenth of a page's CPU; pages are awaited whole anyway (docs/decisions/001). Call before
 * Next sees the request. PDFs, tables to download and parts of a file pass as they come.
 */
export function compressWhole({ method, headers }: IncomingMessage, response: ServerResponse, file?: string): void {
  if (method === 'HEAD' || !TAKES_GZIP.test(String(headers['accept-encoding'] ?? ''))) return
  const { write, end, flushHeaders } = response
  const pieces: Buffer[] = []
  const isText = () =>
    response.statusCode !== PARTIAL &&
    !response.headersSent &&
    !response.hasHeader('content-encoding') &&
    TEXT.test(String(response.getHeader('content-type')))
  const letGo = () => Object.assign(response, { write, end, flushHeaders })
  Object.assign(response, {
    flushHeaders: () => isText() || letGo().flushHeaders(),
    write(...given: Given) {
      if (!isText()) return Reflect.apply(write, letGo(), given)
      keep(pieces, given)
      callbackOf(given)?.()
      return true
    },
    end(...given: Given) {
      letGo()
      if (!isText()) return Reflect.apply(end, response, given)
      keep(pieces, given)
      return response.end(packed(response, Buffer.concat(pieces), file), callbackOf(given))
    },
  })
}

function packed(response: ServerResponse, whole: Buffer, file: string | undefined): Buffer {
  const isSmall = whole.length < WORTH_IT
  const sent = isSmall
    ? whole
    : file && response.statusCode === FOUND
      ? packedFile(file, whole)
      : gzipSync(whole, { level: PAGE_LEVEL })
  if (!isSmall) response.setHeader('content-encoding', 'gzip')
  response.appendHeader('vary', 'Accept-Encoding').setHeader('content-length', sent.length)
  return sent
}

function packedFile(file: string, whole: Buffer): Buffer {
  const known = files.get(file) ?? gzipSync(whole, { level: FILE_LEVEL })
  if (files.size < FILES_MOST) files.set(file, known)
  return known
}

function keep(pieces: Buffer[], [chunk, encoding]: Given): void {
  if (typeof chunk === 'string')
    pieces.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
  else if (chunk instanceof Uint8Array) pieces.push(Buffer.from(chunk))
}

const callbackOf = (given: Given) => given.find((one) => typeof one === 'function') as (() => void) | undefined
