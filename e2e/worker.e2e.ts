import { freePort } from '@/scripts/postgres/server'
import { ownPortal } from './harness/own-portal'

it('a process that works on jobs alone answers its probes and nothing else', async () => {
  const { url, stop } = await ownPortal(await freePort(0), { WORKER: 'only' }, 'inherit')
  const answers = (path: string, method = 'GET') =>
    fetch(url + path, { method, redirect: 'manual', headers: { 'next-action': '0'.repeat(42) } }).then(
      ({ status }) => status,
    )
  expect([await answers('/livez'), await answers('/readyz')]).toEqual([200, 200])
  expect(await answers('/customers')).toBe(404)
  expect(await answers('/sign-in', 'POST')).toBe(400)
  expect(await answers('/api/webhooks/resend', 'POST')).toBe(404)
  await stop()
}, 120_000)
