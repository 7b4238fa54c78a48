import {
  createServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { compression } from './compression'
import { openExchange } from './exchange'

const WORDS = 'São Paulo · Ação '.repeat(400)

let server: Server
let answer: (response: ServerResponse) => void

beforeAll(async () => {
  server = createServer((asked, response) => {
    void compression(openExchange(asked, response), () => answer(response))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

async function ask(
  encodings: string | undefined,
  method = 'GET',
  path = '/',
): Promise<{ headers: IncomingHttpHeaders; status: number; body: Buffer }> {
  const sent = request({
    port: (server.address() as AddressInfo).port,
    path,
    method,
    headers: encodings ? { 'accept-encoding': encodings } : {},
  }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const body = Buffer.concat(await response.toArray())
  return { headers: response.headers, status: response.statusCode!, body }
}

/** As Next writes a page: headers first, then in pieces. */
const inPieces = (type: string) => (response: ServerResponse) => {
  response.setHeader('content-type', type)
  response.setHeader('vary', 'rsc')
  response.flushHeaders()
  response.write(WORDS)
  response.write(Buffer.from('and '), () => response.end('the end'))
}

it('sends a page that came in pieces as one, whole and compressed', async () => {
  answer = inPieces('text/html; charset=utf-8')
  const { headers, body } = await ask('br, gzip;q=0.5')
  expect(gunzipSync(body).toString()).toBe(`${WORDS}and the end`)
  expect(headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': String(body.length),
    vary: 'rsc, Accept-Encoding',
  })
})

it('packs a file of the build once, once it is there', async () => {
  answer = (response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html').end('not here '.repeat(400))
  }
  await ask('gzip', 'GET', '/_next/static/a.js')
  answer = inPieces('application/javascript')
  const { body } = await ask('gzip', 'GET', '/_next/static/a.js')
  expect(gunzipSync(body).toString()).toBe(`${WORDS}and the end`)
  answer = (response) => response.setHeader('content-type', 'application/javascript').end('x'.repeat(5_000))
  expect((await ask('gzip', 'GET', '/_next/static/a.js')).body).toEqual(body)
  expect(gunzipSync((await ask('gzip', 'GET', '/_next/static/b.js')).body).toString()).toBe('x'.repeat(5_000))
})

it('leaves a part of a file alone', async () => {
  answer = (response) => {
    response.statusCode = 206
    inPieces('text/css')(response)
  }
  expect((await ask('gzip')).headers['content-encoding']).toBeUndefined()
})

it.each([
  ['who does not take it', undefined, 'text/html'],
  ['who takes another', 'br', 'text/html'],
  ['who refuses it', 'br, gzip;q=0', 'text/html'],
  ['what is no page', 'gzip', 'application/pdf'],
])('leaves alone %s', async (_case, encodings, type) => {
  answer = inPieces(type)
  const { headers, body } = await ask(encodings)
  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).toBe(`${WORDS}and the end`)
})

it('sends what is no page piece by piece, as it comes', async () => {
  let finish: () => void = () => undefined
  answer = (response) => {
    response.setHeader('content-type', 'application/pdf')
    response.write('first')
    finish = () => response.end()
  }
  const sent = request({ port: (server.address() as AddressInfo).port, headers: { 'accept-encoding': 'gzip' } }).end()
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  const [piece] = (await once(response, 'data')) as [Buffer]
  expect(piece.toString()).toBe('first')
  finish()
  await once(response, 'end')
})

it('sends little as it is, and nothing as nothing', async () => {
  answer = (response) => response.setHeader('content-type', 'text/html').end('<p>Olá</p>')
  expect(await ask('gzip')).toMatchObject({ headers: { 'content-length': '11' }, body: Buffer.from('<p>Olá</p>') })
  answer = (response) => response.setHeader('content-type', 'text/html').writeHead(303, { location: '/' }).end()
  expect(await ask('gzip')).toMatchObject({ status: 303, headers: { location: '/' }, body: Buffer.alloc(0) })
})

it('says nothing of the length of what HEAD does not send', async () => {
  answer = inPieces('text/html')
  const { headers, body } = await ask('gzip', 'HEAD')
  expect([headers['content-encoding'], headers['content-length'], body.length]).toEqual([undefined, undefined, 0])
})
