import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerProbesOnly } from './arrivals'

let server: Server
let stop: () => void

beforeAll(async () => {
  stop = answerProbesOnly()
  server = createServer((request, response) => response.end(`${request.method} ${request.url}`)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  stop()
  server.close()
  server.closeAllConnections()
})

it('lets only the probes of a process without pages through', async () => {
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const came = async (target: string, method: string) => (await fetch(at + target, { method })).text()
  for (const probe of ['/livez', '/readyz', '/readyz?from=balancer'])
    expect(await came(probe, 'GET')).toBe(`GET ${probe}`)
  for (const other of ['/', '/livez/x', '/customers', '/api/documents', '/_next/static/a.js'])
    expect(await came(other, 'POST')).toBe('GET /nowhere')
})
