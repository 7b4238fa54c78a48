import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { createHttpServer } from './http-server'

export type TestServer = { url: string; send: (raw: string) => Promise<string>; close: () => void }

/** Starts a server on a free port. `send` writes a raw request, which no client library corrects, and returns the raw answer. */
export async function testServer(listener: RequestListener): Promise<TestServer> {
  const server = createHttpServer().on('request', listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    send: (raw) => sendRaw(port, raw),
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Writes `raw` to the port and returns the whole answer when the connection has closed. */
export async function sendRaw(port: number, raw: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(raw)
  let answer = ''
  socket.on('data', (chunk) => (answer += String(chunk)))
  // The server may close the connection while a body is still being sent.
  socket.on('error', () => undefined)
  await new Promise((resolve) => socket.once('close', resolve))
  return answer
}

/** Builds a raw request that asks the server to close the connection after its answer. */
export function rawRequest(target: string, headers: Record<string, string> = {}, method = 'GET', body = ''): string {
  const lines = Object.entries({ host: 'portal', connection: 'close', ...headers })
  return `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}
