import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import type { Middleware } from './exchange'

/** Smaller answers fit into one network packet without compression. */
const BYTES_MIN = 1_400
/** zlib's level 3 needs half the CPU time of the default level, for a tenth more bytes. */
const PAGE_LEVEL = 3
const FILE_LEVEL = 9
const CACHED_FILES_MAX = 1_000
const [OK, PARTIAL] = [200, 206]
const TEXT = /^(text\/(html|x-component|css|javascript|plain)|application\/(javascript|json)|image\/svg)/
/** Files of the build, whose content never changes under their address. */
const IMMUTABLE = /^\/_next\/static\//

/** Matches if the client accepts gzip; a weight of zero (`gzip;q=0`) refuses it. */
const ACCEPTS_GZIP = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/

type WriteArguments = [chunk?: unknown, ...rest: unknown[]]

const compressedFiles = new Map<string, Buffer>()

/**
 * Compresses text answers once they are complete. PDFs, downloads and partial content are sent unchanged. Next's own `compress`
 * (switched off in next.config.js) and the package `compression` open a stream for each answer and flush every chunk of it, which
 * costs a tenth of a page's CPU time; our pages are complete before they are sent anyway (docs/decisions/001, 015, 017).
 */
export const compression: Middleware = ({ request, response, pathname }, next) => {
  if (acceptsGzip(request)) collectBody(response, IMMUTABLE.test(pathname) ? pathname : null)
  return next()
}

const acceptsGzip = ({ method, headers }: IncomingMessage) =>
  method !== 'HEAD' && ACCEPTS_GZIP.test(String(headers['accept-encoding'] ?? ''))

/** Replaces `write` and `end` of the response by methods that collect the body. They restore Node's own methods if the body is not text. */
function collectBody(response: ServerResponse, file: string | null): void {
  const { write, end, flushHeaders } = response
  const chunks: Buffer[] = []
  const isText = () =>
    response.statusCode !== PARTIAL &&
    !response.headersSent &&
    !response.hasHeader('content-encoding') &&
    TEXT.test(String(response.getHeader('content-type')))
  const restore = () => Object.assign(response, { write, end, flushHeaders })
  Object.assign(response, {
    flushHeaders: () => isText() || restore().flushHeaders(),
    write(...args: WriteArguments) {
      if (!isText()) return Reflect.apply(write, restore(), args)
      append(chunks, args)
      callbackOf(args)?.()
      return true
    },
    end(...args: WriteArguments) {
      restore()
      if (!isText()) return Reflect.apply(end, response, args)
      append(chunks, args)
      return response.end(encode(response, Buffer.concat(chunks), file), callbackOf(args))
    },
  })
}

function encode(response: ServerResponse, whole: Buffer, file: string | null): Buffer {
  response.appendHeader('vary', 'Accept-Encoding')
  const body = whole.length < BYTES_MIN ? whole : compress(whole, response.statusCode === OK ? file : null)
  if (body !== whole) response.setHeader('content-encoding', 'gzip')
  response.setHeader('content-length', body.length)
  return body
}

function compress(whole: Buffer, file: string | null): Buffer {
  if (file === null) return gzipSync(whole, { level: PAGE_LEVEL })
  const compressed = compressedFiles.get(file) ?? gzipSync(whole, { level: FILE_LEVEL })
  if (compressedFiles.size < CACHED_FILES_MAX) compressedFiles.set(file, compressed)
  return compressed
}

function append(chunks: Buffer[], [chunk, encoding]: WriteArguments): void {
  if (typeof chunk === 'string')
    chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
  else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
}

const callbackOf = (args: WriteArguments) => args.find((arg) => typeof arg === 'function') as (() => void) | undefined
