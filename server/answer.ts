import { type ServerResponse, STATUS_CODES } from 'node:http'

/** Answers with one line of text, which must not be cached. */
export function answerText(response: ServerResponse, status: number, text = STATUS_CODES[status] ?? ''): void {
  const body = `${text}\n`
  response.writeHead(status, {
    'content-length': Buffer.byteLength(body),
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
