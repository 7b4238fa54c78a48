import type { IncomingMessage, ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'

/** Below this an answer fits into one packet as it is. */
const WORTH_IT = 1_400
/** Half of the default's work for a tenth more bytes. */
const LEVEL = 3
const PAGE = /^text\/(html|x-component)/

type Given = [chunk?: unknown, ...rest: unknown[]]

/**
 * Compresses a page once it is whole. Next's own way opens a stream for each answer and flushes every piece of it, which costs a tenth of a page's
 * CPU; pages are awaited whole anyway (docs/decisions/001). Call before Next sees the request. What is no page passes as it comes.
 */
export function compressWhole(request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'HEAD' || !/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return
  delete request.headers['accept-encoding']
  const { write, end, flushHeaders } = response
  const pieces: Buffer[] = []
  const isPage = () => !response.headersSent && PAGE.test(String(response.getHeader('content-type')))
  const letGo = () => Object.assign(response, { write, end, flushHeaders })
  Object.assign(response, {
    flushHeaders: () => isPage() || letGo().flushHeaders(),
    write(...given: Given) {
      if (!isPage()) return Reflect.apply(write, letGo(), given)
      keep(pieces, given)
      callbackOf(given)?.()
      return true
    },
    end(...given: Given) {
      letGo()
      if (!isPage()) return Reflect.apply(end, response, given)
      keep(pieces, given)
      return response.end(packed(response, Buffer.concat(pieces)), callbackOf(given))
    },
  })
}

function packed(response: ServerResponse, whole: Buffer): Buffer {
  const isSmall = whole.length < WORTH_IT
  const sent = isSmall ? whole : gzipSync(whole, { level: LEVEL })
  if (!isSmall) response.setHeader('content-encoding', 'gzip')
  response.appendHeader('vary', 'Accept-Encoding').setHeader('content-length', sent.length)
  return sent
}

function keep(pieces: Buffer[], [chunk, encoding]: Given): void {
  if (typeof chunk === 'string') pieces.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
  else if (chunk instanceof Uint8Array) pieces.push(Buffer.from(chunk))
}

const callbackOf = (given: Given) => given.find((one) => typeof one === 'function') as (() => void) | undefined
