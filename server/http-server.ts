import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { headersOfEveryAnswer } from '@/lib/http/security-headers'
import { answerText, setCommonHeaders } from './answer'

/** Node's own answers to requests that it cannot read, by the code of its error. All others are a 400. */
const STATUS: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Creates a server that gives the answers that Node writes without asking a request listener the headers of all other answers. */
export function createHttpServer(): Server {
  // Node would refuse a request without a host itself; server/header-fault.ts does.
  const server = createServer({ requireHostHeader: false })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuse(socket, STATUS[error.code ?? ''] ?? 400))
  server.on('checkExpectation', refuseExpectation)
  return server
}

const refuseExpectation: RequestListener = (_request, response) => {
  setCommonHeaders(response)
  answerText(response, 417)
}

function refuse(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy()
  const headers = [...headersOfEveryAnswer(), ['connection', 'close'], ['content-length', '0']]
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n'))
}
