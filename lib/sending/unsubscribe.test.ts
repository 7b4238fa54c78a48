import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents, consents, links, marketingCancellations, suppressions } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newToken, tokenHash } from '@/lib/values/tokens'
import type { PublicContext } from '@/lib/kernel/context'
import { aCustomer } from '@/lib/testing/builders'
import { aSend } from '@/lib/testing/sending'
import { addressHash } from './address'
import { readUnsubscription, unsubscribe } from './unsubscribe'

const { db, pool } = useTestDatabase()

const aPublicContext = (of: Primary): PublicContext => ({
  db: of,
  now: new Date(),
  requestId: '00000000-0000-4000-8000-000000000001',
  locale: 'pt-BR',
  ipAddress: '203.0.113.7',
  userAgent: null,
})

async function aLink(purpose: 'service' | 'marketing', of: Primary = db()) {
  const { id } = await aCustomer(of)
  const address = `${id}@example.com`
  const send = await aSend(of, id, { purpose, address })
  const token = newToken()
  await of
    .insert(links)
    .values({ tokenHash: tokenHash(token), purpose: 'unsubscribe', customerId: id, subjectId: send.id })
  const ledger = () => of.select().from(consents).where(eq(consents.customerId, id))
  const list = () => of.select().from(marketingCancellations).where(eq(marketingCancellations.customerId, id))
  const stopped = () =>
    of
      .select()
      .from(suppressions)
      .where(eq(suppressions.addressHash, addressHash(address)))
  return { id, token, publicCtx: aPublicContext(of), ledger, list, stopped }
}

it('shows what would be cancelled, with a masked address, and changes nothing', async () => {
  const { token, publicCtx, ledger } = await aLink('marketing')
  const asked = await readUnsubscription(publicCtx, token)
  expect(asked).toMatchObject({
    channel: 'email',
    purpose: 'marketing',
    done: false,
    address: expect.stringContaining('****'),
  })
  expect(await ledger()).toEqual([])
})

it.each([
  ['promotions alone by a promotion’s link', 'marketing', ['marketing']],
  ['service and promotions by a service message’s link', 'service', ['marketing', 'service']],
] as const)('stops %s, with the words shown and from where', async (_, purpose, stopped) => {
  const link = await aLink(purpose)
  expect(await unsubscribe(link.publicCtx, { token: link.token, reason: ' Demais ' })).toMatchObject({
    ok: true,
    value: { changed: true },
  })
  const rows = await link.ledger()
  expect(rows.map((row) => row.purpose).sort()).toEqual(stopped)
  for (const row of rows)
    expect(row).toMatchObject({
      action: 'cancelled',
      origin: 'public_link',
      reason: 'Demais',
      ip: '203.0.113.7',
      textShown: expect.stringContaining('e-mail'),
    })
  expect(await link.list()).toMatchObject([{ origin: 'public_link', reason: 'Demais', channel: 'email' }])
  expect(await link.stopped()).toMatchObject([{ reason: 'unsubscribed', purpose: 'marketing' }])
  const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, link.id))
  expect(events.map(({ event }) => event)).toEqual(stopped.map(() => 'consent.cancelled'))
  expect(await readUnsubscription(link.publicCtx, link.token)).toMatchObject({ done: true })
})

it('cancels once if it is called many times at the same time', async () => {
  const { token, publicCtx, ledger, list } = await aLink('marketing', pool())
  const answers = await Promise.all(Array.from({ length: 8 }, () => unsubscribe(publicCtx, { token })))
  expect(answers.filter((answer) => answer.ok && answer.value.changed)).toHaveLength(1)
  expect([(await ledger()).length, (await list()).length]).toEqual([1, 1])
})

it('accepts no other tokens', async () => {
  const { publicCtx } = await aLink('marketing')
  for (const token of [newToken(), 'short', '']) {
    expect(await readUnsubscription(publicCtx, token)).toBeNull()
    expect(await unsubscribe(publicCtx, { token })).toEqual({ ok: false, failure: { kind: 'not_found' } })
  }
})
