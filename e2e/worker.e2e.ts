import { freePort } from '@/scripts/postgres/server'
import { ownPortal } from './harness/own-portal'

it('a process that only runs jobs answers its probes, but no page', async () => {
  const { url, stop } = await ownPortal(await freePort(0), { WORKER: 'only' }, 'inherit')
  const statusOf = (path: string, method = 'GET') =>
    fetch(url + path, { method, redirect: 'manual', headers: { 'next-action': '0'.repeat(42) } }).then(
      ({ status }) => status,
    )
  expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 200])
  expect(await statusOf('/customers')).toBe(404)
  expect(await statusOf('/sign-in', 'POST')).toBe(400)
  expect(await statusOf('/api/webhooks/resend', 'POST')).toBe(404)
  await stop()
}, 120_000)
