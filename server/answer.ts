import { type ServerResponse, STATUS_CODES } from 'node:http'
import { headersOfEveryAnswer } from '@/lib/http/security-headers'
import type { Middleware } from './exchange'

/** Sets the headers that every answer has, whoever writes it. */
export const commonHeaders: Middleware = ({ response }, next) => {
  setCommonHeaders(response)
  return next()
}

export function setCommonHeaders(response: ServerResponse): void {
  for (const [name, value] of headersOfEveryAnswer()) response.setHeader(name, value)
}

/** Answers with one line of text, which must not be cached. */
export function answerText(response: ServerResponse, status: number, text = STATUS_CODES[status] ?? ''): void {
  const body = `${text}\n`
  response.writeHead(status, {
    'content-length': Buffer.byteLength(body),
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(body)
}
