import { createHmac } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { consents, interactions, marketingCancellations, outbox, sends, suppressions, webhookEvents } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { parseEnv } from '@/lib/env'
import { newId } from '@/lib/values/ids'
import { addressHash } from '@/lib/sending/address'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { goingOutCase } from '@/lib/testing/cases'
import { aDelivery } from '@/lib/testing/sending'
import { simulateEvent } from '../commands/simulate-event'
import { markSent } from '../settle'
import { receiveWebhook } from './receive'
import { verifyZenvia, verifyResend } from './verify'

const SECRET = Buffer.from('a secret of the tests, long enough').toString('base64')

jest.mock('../../env', () => {
  const actual = jest.requireActual<{ parseEnv: typeof parseEnv }>('../../env')
  const more = {
    RESEND_WEBHOOK_SECRET: `whsec_${Buffer.from('a secret of the tests, long enough').toString('base64')}`,
    ZENVIA_WEBHOOK_TOKEN: 'a token of the tests',
  }
  return { ...actual, env: () => actual.parseEnv({ ...process.env, ...more }) }
})

const { db, pool } = useTestDatabase()

const report = (type: string, deliveryId: string | null, data: object = {}) => ({
  type,
  created_at: '2026-03-01T12:00:00.000Z',
  data: {
    email_id: 're-1',
    to: ['maria@example.com'],
    ...(deliveryId && { tags: { delivery_id: deliveryId } }),
    ...data,
  },
})

async function aCase(over: Partial<typeof outbox.$inferInsert> = {}, of: Primary = db()) {
  const { id: customerId } = await aCustomer(of)
  const delivery = await aDelivery(of, customerId, { state: 'sent', provider: 'resend', providerId: 're-1', ...over })
  const happened = async () =>
    (await of.select().from(interactions).where(eq(interactions.customerId, customerId))).map(({ kind, rawCode }) => [
      kind,
      rawCode,
    ])
  return { customerId, delivery, happened }
}

const receive = (body: unknown, eventId = newId(), of: Primary = db()) =>
  receiveWebhook(of, { provider: 'resend', eventId, body })

it('applies an event to its delivery, and a repeated event only once', async () => {
  const { delivery, happened } = await aCase()
  expect(await receive(report('email.delivered', delivery.id), 'msg_1')).toBe('processed')
  expect(await receive(report('email.delivered', delivery.id), 'msg_1')).toBe('duplicate')
  expect(await happened()).toEqual([['delivered', 'email.delivered']])
})

it('finds the delivery by the provider’s id if the event has no tags', async () => {
  const { happened } = await aCase()
  expect(await receive(report('email.opened', null))).toBe('processed')
  expect(await happened()).toEqual([['opened', 'email.opened']])
})

it('stores an event of an unknown delivery until the worker knows its id', async () => {
  const { customerId, delivery, happened } = await aCase({ state: 'sending', providerId: null })
  expect(await receive(report('email.delivered', null), 'msg_early')).toBe('pending')
  expect(await happened()).toEqual([])
  const claimed = { ...delivery, customerId, tries: 0, delayMs: 0, triedHoursAgo: null, objection: null }
  await markSent(
    db(),
    claimed,
    { provider: 'resend', idempotent: true, perSecond: null, deliver: async () => ({ kind: 'unknown' }) },
    're-1',
  )
  expect((await happened()).map(([kind]) => kind).sort()).toEqual(['delivered', 'sent'])
  const [event] = await db().select().from(webhookEvents).where(eq(webhookEvents.eventId, 'msg_early'))
  expect(event!.processedAt).not.toBeNull()
})

it('marks a delivery as sent by an event if its worker did not finish it', async () => {
  const { delivery } = await aCase({ state: 'sending', providerId: null })
  await receive(report('email.delivered', delivery.id))
  const [row] = await db().select().from(outbox).where(eq(outbox.id, delivery.id))
  expect(row).toMatchObject({ state: 'sent', providerId: 're-1', payload: null })
})

it.each<[string, object, string[]]>([
  ['a permanent bounce', { bounce: { type: 'Permanent', subType: 'General' } }, ['bounced']],
  ['a full mailbox', { bounce: { type: 'Transient', subType: 'MailboxFull' } }, []],
])('after %s', async (_, data, reasons) => {
  const { delivery, happened } = await aCase()
  await receive(report('email.bounced', delivery.id, data))
  expect((await happened())[0]![0]).toBe('bounced')
  const stopped = await db()
    .select()
    .from(suppressions)
    .where(eq(suppressions.addressHash, addressHash('maria@example.com')))
  expect(stopped.map(({ reason }) => reason)).toEqual(reasons)
})

it('suppresses the address and cancels everything after a complaint, and does nothing when it is repeated', async () => {
  const { customerId, delivery } = await aCase()
  await receive(report('email.complained', delivery.id))
  await receive(report('email.complained', delivery.id))
  const ledger = await db().select().from(consents).where(eq(consents.customerId, customerId))
  expect(ledger.map(({ preference, purpose, action, origin }) => [preference, purpose, action, origin]).sort()).toEqual(
    [
      ['email', 'marketing', 'cancelled', 'provider'],
      ['email', 'service', 'cancelled', 'provider'],
    ],
  )
  expect(
    await db().select().from(marketingCancellations).where(eq(marketingCancellations.customerId, customerId)),
  ).toMatchObject([{ origin: 'provider', address: 'maria@example.com' }])
  expect(
    await db()
      .select()
      .from(suppressions)
      .where(eq(suppressions.addressHash, addressHash('maria@example.com'))),
  ).toMatchObject([{ reason: 'complained', purpose: 'all' }])
})

const storedBodies = async () =>
  JSON.stringify(await db().select({ kind: webhookEvents.kind, body: webhookEvents.body }).from(webhookEvents))

it('stores an unreadable event, but no event about messages that are not ours', async () => {
  expect(await receive({ type: 'contact.created', data: {} })).toBe('foreign')
  expect(await receive({ type: 'email.received', data: { email_id: 'in-1', subject: 'Oi' } })).toBe('foreign')
  expect(await storedBodies()).toBe('[]')
  expect(await receive('no object')).toBe('unreadable')
  expect(await receive({ type: 'email.complained', data: { email_id: null } })).toBe('unreadable')
  expect(await db().select().from(webhookEvents)).toMatchObject([{ kind: 'unreadable' }, { kind: 'unreadable' }])
})

it.each<[string, object, object]>([
  ['tags that are null', { tags: null, broadcast_id: null }, {}],
  ['a tag that is a number', { tags: { n: 5 } }, {}],
  ['tags of another shape', { tags: 'x' }, {}],
  ['a list of tags with null', { tags: [null, { name: 5 }] }, {}],
  ['a bounce that is null', { bounce: null }, {}],
  ['no date', {}, { created_at: undefined }],
  ['a date that is none', {}, { created_at: 'yesterday' }],
  ['an unknown field', { spam: { score: [1] } }, { version: 2 }],
])('applies a complaint with %s', async (_, data, over) => {
  const { happened } = await aCase()
  expect(await receive({ ...report('email.complained', null, data), ...over })).toBe('processed')
  expect(await happened()).toEqual([['complained', 'email.complained']])
  expect(await db().select().from(suppressions)).toMatchObject([{ reason: 'complained', purpose: 'all' }])
})

it.each<[string, object]>([
  ['causes that are null', { causes: null }],
  ['a list of causes with null', { causes: [null] }],
  ['no timestamp', { timestamp: undefined }],
])('applies a status of Zenvia with %s', async (_, over) => {
  const { happened } = await aCase({ provider: 'zenvia', providerId: 'z-1' }, db())
  const messageStatus = { code: 'READ', timestamp: '2026-03-01T12:00:00Z', ...over }
  const body = { type: 'MESSAGE_STATUS', messageId: 'z-1', messageStatus }
  expect(await receiveWebhook(db(), { provider: 'zenvia', eventId: newId(), body })).toBe('processed')
  expect(await happened()).toEqual([['opened', 'READ']])
})

it('stores no link, token, subject or header of a message', async () => {
  const token = 'A1b2_'.repeat(9).slice(0, 43)
  const { delivery } = await aCase()
  const link = `https://retrato.example/a/${token}`
  const click = { link, ipAddress: '203.0.113.1' }
  const headers = [{ name: 'List-Unsubscribe', value: `<https://retrato.example/u/${token}>` }]
  const more = { subject: '123456 é o seu código', headers, tracked: encodeURIComponent(link), bare: [token] }
  await receive(report('email.clicked', delivery.id, { click, ...more }))
  const echo = { id: 'z-2', to: '5511987657777', direction: 'OUT', contents: [{ type: 'text', text: `Abra: ${link}` }] }
  await receiveWebhook(db(), { provider: 'zenvia', eventId: 'out-1', body: { type: 'MESSAGE', message: echo } })
  const stored = await storedBodies()
  expect(stored).toContain('email.clicked')
  for (const secret of [token, '/a/', '123456', 'List-Unsubscribe']) expect(stored).not.toContain(secret)
})

describe('a reply', () => {
  const reply = (text: string, over: object = {}) => {
    const { message, ...event } = JSON.parse(goingOutCase('12-zenvia-sair.json').toString()) as { message: object }
    const contents = [{ type: 'text', text }]
    return { ...event, message: { ...message, from: '5511987657777', contents, ...over } }
  }
  const answer = (body: unknown, eventId = newId()) => receiveWebhook(db(), { provider: 'zenvia', eventId, body })

  async function aSentSms(purpose: 'service' | 'marketing', channel: 'sms' | 'whatsapp' = 'sms') {
    const { id: customerId } = await aCustomer(db())
    await aDelivery(db(), customerId, { state: 'sent', provider: 'zenvia', channel }, { channel, purpose })
    const ledger = async () =>
      (await db().select().from(consents).where(eq(consents.customerId, customerId))).map((row) =>
        [row.preference, row.purpose, row.action, row.origin, row.reason].join(' '),
      )
    const kinds = async () =>
      (await db().select().from(interactions).where(eq(interactions.customerId, customerId))).map(({ kind }) => kind)
    return { customerId, ledger, kinds }
  }

  it.each(['SAIR', 'Sair.', 'pare', 'STOP', 'baja!', ' Quero sair '])(
    'with %s cancels promotions by SMS',
    async (text) => {
      const { ledger, kinds } = await aSentSms('marketing')
      expect(await answer(reply(text))).toBe('processed')
      expect(await ledger()).toEqual([`sms marketing cancelled reply ${text}`])
      expect(await kinds()).toEqual(['replied'])
      expect(await db().select().from(suppressions)).toMatchObject([{ channel: 'sms', purpose: 'marketing' }])
      expect(await db().select().from(marketingCancellations)).toMatchObject([{ origin: 'reply', reason: text }])
    },
  )

  it('cancels messages of the kind that it answers, once', async () => {
    const { ledger } = await aSentSms('service', 'whatsapp')
    await answer(reply('SAIR', { channel: 'whatsapp' }))
    await answer(reply('SAIR', { channel: 'whatsapp' }))
    expect((await ledger()).sort()).toEqual([
      'whatsapp marketing cancelled reply SAIR',
      'whatsapp service cancelled reply SAIR',
    ])
  })

  it.each(['Vou sair só amanhã cedo', 'Obrigada!', ''])('with "%s" cancels nothing and is recorded', async (text) => {
    const { ledger, kinds } = await aSentSms('marketing')
    expect(await answer(reply(text))).toBe('processed')
    expect([await ledger(), await kinds()]).toEqual([[], ['replied']])
  })

  it('from a number without a message of ours suppresses promotions to it', async () => {
    await answer(reply('SAIR', { from: '5511900000000' }))
    expect(await db().select().from(suppressions)).toMatchObject([{ addressHash: addressHash('+5511900000000') }])
  })
})

it.each<[string, object, string, string]>([
  ['null characters and lone surrogates', { subject: 'a\0b\ud800', 'k\0': ['\0'] }, newId(), 'processed'],
  ['a delivery id that is too long for an index', { email_id: 'x'.repeat(5_000) }, newId(), 'unreadable'],
  ['an event id that is too long for an index', {}, 'x'.repeat(5_000), 'unreadable'],
])('handles an event with %s', async (_, data, eventId, answer) => {
  const { delivery } = await aCase()
  expect(await receive(report('email.delivered', delivery.id, data), eventId)).toBe(answer)
})

it.each([
  ['+012026-03-01T12:00:00Z', 'processed'],
  ['-000500-03-01T12:00:00Z', 'processed'],
  [null, 'processed'],
])('handles an event of the day %s', async (created_at, answer) => {
  const { customerId, delivery } = await aCase()
  expect(await receive({ ...report('email.opened', delivery.id), created_at })).toBe(answer)
  const rows = await db().select().from(interactions).where(eq(interactions.customerId, customerId))
  expect(rows.every(({ occurredAt }) => occurredAt <= new Date())).toBe(true)
})

it('counts an event once that arrives many times at once', async () => {
  const { delivery } = await aCase({ providerId: 're-at-once' }, pool())
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => receive(report('email.opened', delivery.id), 'msg_many', pool())),
  )
  expect(answers.filter((answer) => answer === 'processed')).toHaveLength(1)
})

describe('signatures', () => {
  const raw = Buffer.from(JSON.stringify(report('email.sent', null)))
  const sign = (body: Buffer, seconds = Math.floor(Date.now() / 1000), key = SECRET) => {
    const signature = createHmac('sha256', Buffer.from(key, 'base64'))
      .update(`msg_9.${seconds}.${body.toString()}`)
      .digest('base64')
    return new Headers({ 'svix-id': 'msg_9', 'svix-timestamp': String(seconds), 'svix-signature': `v1,${signature}` })
  }
  const ago = (minutes: number) => Math.floor(Date.now() / 1000) - minutes * 60

  it('accepts a body that Resend signed, with its id', () => {
    expect(verifyResend(raw, sign(raw))).toMatchObject({ eventId: 'msg_9', body: { type: 'email.sent' } })
  })

  it.each<[string, Buffer, Headers]>([
    ['another body', Buffer.from(`${raw.toString()} `), sign(raw)],
    ['another secret', raw, sign(raw, undefined, Buffer.from('some other secret, just as long').toString('base64'))],
    ['a signature of six minutes ago', raw, sign(raw, ago(6))],
    ['a signature six minutes in the future', raw, sign(raw, ago(-6))],
    ['no signature', raw, new Headers()],
  ])('refuses %s', (_, body, headers) => expect(verifyResend(body, headers)).toBeNull())

  it('accepts Zenvia’s webhooks only with the token', () => {
    const status = Buffer.from(
      JSON.stringify({
        id: 'z',
        type: 'MESSAGE_STATUS',
        messageId: 'm',
        messageStatus: { code: 'READ', timestamp: '2026-03-01T12:00:00Z' },
      }),
    )
    expect(verifyZenvia(status, new Headers({ 'x-webhook-token': 'a token of the tests' }))).toMatchObject({
      eventId: 'z',
    })
    expect(verifyZenvia(status, new Headers({ 'x-webhook-token': 'a token of the test' }))).toBeNull()
    expect(verifyZenvia(status, new Headers())).toBeNull()
  })
})

describe('simulating an event', () => {
  it('has the same effect as a real webhook, and records who did it', async () => {
    const ctx = await aCtx(db())
    const { customerId, delivery, happened } = await aCase({ provider: 'offline', providerId: null })
    expect(await simulateEvent(ctx, { customerId, deliveryId: delivery.id, kind: 'opened' })).toMatchObject({
      ok: true,
    })
    expect(await happened()).toEqual([['opened', 'played.opened']])
    const [send] = await db()
      .select()
      .from(sends)
      .where(and(eq(sends.customerId, customerId), eq(sends.id, delivery.sendId!)))
    expect(send!.state).toBe('opened')
  })

  it.each<[string, Partial<typeof outbox.$inferInsert>, object]>([
    ['a delivery of a real provider', { provider: 'resend' }, { code: 'sending.not_offline' }],
    ['a delivery that is not sent yet', { provider: 'offline', state: 'waiting' }, { code: 'sending.not_sent_yet' }],
  ])('refuses %s', async (_, over, failure) => {
    const { customerId, delivery, happened } = await aCase(over)
    expect(
      await simulateEvent(await aCtx(db()), { customerId, deliveryId: delivery.id, kind: 'opened' }),
    ).toMatchObject({
      failure,
    })
    expect(await happened()).toEqual([])
  })
})
