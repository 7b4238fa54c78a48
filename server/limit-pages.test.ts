import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { limitPages } from './limit-pages'
import { frontDoor } from './middleware'

let server: Server
let origin: string
let waiting: ServerResponse[]

beforeEach(async () => {
  waiting = []
  server = createServer(frontDoor((_request, response) => void waiting.push(response), [limitPages(2)]))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.close()
  server.closeAllConnections()
})

const rendering = async (count: number) => {
  while (waiting.length < count) await new Promise(setImmediate)
}

async function fill(): Promise<{ answers: Promise<Response>[]; abort: AbortController }> {
  const abort = new AbortController()
  const answers = [fetch(origin, { signal: abort.signal }), fetch(origin)]
  answers.forEach((answer) => answer.catch(() => undefined))
  await rendering(2)
  return { answers, abort }
}

it('answers 503 with Retry-After while the maximum number of pages is being rendered', async () => {
  const { answers } = await fill()
  const refused = await fetch(`${origin}/customers`)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
  waiting.splice(0).forEach((response) => response.end())
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200])
  const next = fetch(origin)
  await rendering(1)
  waiting[0]!.end()
  expect((await next).status).toBe(200)
})

it.each([
  ['a submitted form', { method: 'POST', path: '/customers' }],
  ['a request to the API', { method: 'GET', path: '/api/documents/1' }],
  ['an asset', { method: 'GET', path: '/_next/static/a.js' }],
])('accepts %s while no more pages are accepted', async (_name, { method, path }) => {
  await fill()
  const answer = fetch(origin + path, { method })
  await rendering(3)
  waiting[2]!.end()
  expect((await answer).status).toBe(200)
})

it('accepts another page after a client has closed its connection', async () => {
  const { abort } = await fill()
  const closed = once(waiting[0]!, 'close')
  abort.abort()
  await closed
  const next = fetch(origin)
  await rendering(3)
  waiting[2]!.end()
  expect((await next).status).toBe(200)
})
