import { eq } from 'drizzle-orm'
import { consents, links, sends } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { WriteCtx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { newToken, tokenHash } from '@/lib/values/tokens'
import { aCtx, aMerged, aPoint } from '@/lib/testing/builders'
import { aReachable, aSend, sending } from '@/lib/testing/sending'
import { listRecipients } from './recipients'
import type { SendPlan } from './send-plan'
import { readUnsubscription, unsubscribe } from './unsubscribe'

const { db } = useTestDatabase()
const blockedAt = new Date()

async function aCase() {
  const ctx = await aCtx(db(), 'admin')
  const { survivor, absorbed } = await aMerged(db())
  const { journey, message, point } = await aReachable(db(), survivor.id)
  const send = (to: SendPlan['to']) =>
    sending({ channel: 'email', journeyId: journey.id, message: { journeyMessageId: message.id }, to })(ctx, {
      customerId: survivor.id,
    })
  return { ctx, survivor, absorbed, journey, point, send }
}

const say = (ctx: WriteCtx, customerId: string, action: 'accepted' | 'cancelled', at: Date) =>
  ctx.db
    .insert(consents)
    .values({ customerId, id: newId(), preference: 'email', purpose: 'service', action, origin: 'admin', at })

it('sends to an absorbed record’s point, as the survivor’s send', async () => {
  const { survivor, absorbed, send } = await aCase()
  const came = await aPoint(db(), absorbed.id, { value: 'vinda@example.com', normalized: 'vinda@example.com' })
  expect(await send({ pointId: came.id })).toMatchObject({ ok: true })
  expect(await db().select().from(sends).where(eq(sends.customerId, survivor.id))).toMatchObject([
    { address: 'vinda@example.com', pointId: came.id },
  ])
})

it.each([
  ['live', null],
  ['removed', blockedAt],
])(
  'is refused by a block on an absorbed record’s %s point of the same address, chosen or typed',
  async (_, retiredAt) => {
    const { absorbed, point, send } = await aCase()
    await aPoint(db(), absorbed.id, { blockedAt, retiredAt })
    for (const to of [{ pointId: point.id }, { address: 'MARIA@example.com' }])
      expect(await send(to)).toMatchObject({ failure: { code: 'sending.point_blocked' } })
  },
)

it('is refused by a cancellation on an absorbed record, although the survivor accepted later', async () => {
  const { ctx, survivor, absorbed, journey, point, send } = await aCase()
  await say(ctx, absorbed.id, 'cancelled', new Date('2024-01-01'))
  await say(ctx, survivor.id, 'accepted', new Date('2025-01-01'))
  expect(await send({ pointId: point.id })).toMatchObject({ failure: { code: 'sending.cancelled' } })
  expect(
    await listRecipients(ctx, { customerId: survivor.id, channel: 'email', journey, revealed: new Set() }),
  ).toMatchObject({ points: [{ objection: { rule: 'cancelled' } }], typed: { rule: 'cancelled' } })
})

it('cancels on the survivor by the link of a message to an absorbed record', async () => {
  const { survivor, absorbed, point, send } = await aCase()
  const sent = await aSend(db(), absorbed.id)
  const token = newToken()
  await db()
    .insert(links)
    .values({ tokenHash: tokenHash(token), purpose: 'unsubscribe', customerId: absorbed.id, subjectId: sent.id })
  const publicCtx = {
    db: db(),
    now: new Date(),
    requestId: newId(),
    locale: 'pt-BR' as const,
    ipAddress: null,
    userAgent: null,
  }
  expect(await unsubscribe(publicCtx, { token })).toMatchObject({ ok: true, value: { changed: true } })
  expect(
    (await db().select().from(consents).where(eq(consents.customerId, survivor.id))).map((row) => row.action),
  ).toEqual(['cancelled', 'cancelled'])
  expect(await readUnsubscription(publicCtx, token)).toMatchObject({ done: true })
  expect(await send({ pointId: point.id })).toMatchObject({ failure: { code: 'sending.cancelled' } })
})
