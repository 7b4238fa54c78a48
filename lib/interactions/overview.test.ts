import { useTestDatabase } from '@/lib/testing/database'
import { stepsOf } from '@/lib/sending/steps'
import { aCtx, aCustomer, aPoint, aStore } from '@/lib/testing/builders'
import { aJourney } from '@/lib/testing/documents'
import { aSend, happened } from '@/lib/testing/sent'
import { certificateOf } from './certificate'
import { listCommunications } from './communications'
import { listCustomerJourneys } from './journeys'
import { getMessage } from './message'
import { listResendRecipients } from './resend-recipients'
import { listTotals } from './totals'

const { db } = useTestDatabase()

const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 12, minute))
const subjectOf = (...ids: string[]) => ({
  id: ids[0]!,
  survivorId: ids[0]!,
  memberIds: ids,
  revealed: new Set<string>(),
})

describe('totals per channel', () => {
  it('count each kind since the first message, including merged records and excluding test sends', async () => {
    const ctx = await aCtx(db())
    const survivor = await aCustomer(db())
    const absorbed = await aCustomer(db(), { survivorId: survivor.id })
    for (const { id } of [survivor, absorbed]) {
      const send = await aSend(db(), id)
      await happened(db(), send, 'sent', at(id === absorbed.id ? 1 : 5))
      await happened(db(), send, 'opened', at(9))
      await happened(db(), send, 'opened', at(8))
    }
    await happened(db(), await aSend(db(), survivor.id, { channel: 'sms', test: true }), 'sent', at(0))
    expect(await listTotals(ctx, subjectOf(survivor.id, absorbed.id))).toEqual([
      {
        channel: 'email',
        times: 4,
        since: at(1),
        byKind: [
          { kind: 'sent', times: 2 },
          { kind: 'opened', times: 2 },
        ],
      },
    ])
  })

  it('are empty for a customer out of scope', async () => {
    const { id } = await aCustomer(db())
    await happened(db(), await aSend(db(), id), 'sent')
    const outside = await aCtx(db(), 'seller', { kind: 'stores', storeIds: [(await aStore(db())).id] })
    expect(await listTotals(outside, subjectOf(id))).toEqual([])
    expect(await listCustomerJourneys(outside, subjectOf(id), { test: true })).toEqual([])
    expect((await listCommunications(outside, subjectOf(id))).items).toEqual([])
  })
})

describe('journeys of a customer', () => {
  it('list their steps with the latest interaction of each, the latest journey first', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    const [early, late] = [await aJourney(db(), { name: 'Cobrança' }), await aJourney(db(), { name: 'Boas-vindas' })]
    const first = await aSend(db(), id, { journeyId: early.id, message: { step: 1 } })
    await happened(db(), first, 'sent', at(0))
    await happened(db(), first, 'delivered', at(0))
    await happened(
      db(),
      await aSend(db(), id, { journeyId: early.id, channel: 'sms', message: { step: 2 } }),
      'failed',
      at(3),
    )
    await happened(db(), await aSend(db(), id, { journeyId: late.id, message: { step: null } }), 'sent', at(7))
    const journeys = await listCustomerJourneys(ctx, subjectOf(id), { test: false })
    expect(journeys).toMatchObject([
      { name: 'Boas-vindas', steps: [{ step: 0, channel: 'email', last: { kind: 'sent', at: at(7) } }] },
      {
        name: 'Cobrança',
        steps: [
          {
            step: 1,
            channel: 'email',
            names: ['Contrato para aceite'],
            byKind: [
              { kind: 'sent', times: 1 },
              { kind: 'delivered', times: 1 },
            ],
            last: { kind: 'delivered' },
          },
          { step: 2, channel: 'sms', last: { kind: 'failed', at: at(3) } },
        ],
      },
    ])
    expect(
      await listCustomerJourneys(ctx, subjectOf(id), { test: false, channel: 'sms', journey: early.id }),
    ).toMatchObject([{ steps: [{ channel: 'sms' }] }])
  })
})

describe('communications', () => {
  it('are listed newest first, in pages, including merged records; test sends only on request', async () => {
    const ctx = await aCtx(db())
    const survivor = await aCustomer(db())
    const absorbed = await aCustomer(db(), { survivorId: survivor.id })
    const sent = []
    for (const [customer, test] of [
      [survivor, false],
      [absorbed, false],
      [survivor, true],
      [absorbed, false],
      [survivor, false],
    ] as const)
      sent.push({ id: (await aSend(db(), customer.id, { test })).id, test })
    const wanted = sent.reverse()
    const subject = subjectOf(survivor.id, absorbed.id)
    for (const test of [false, true]) {
      const first = await listCommunications(ctx, subject, { filter: { test }, limit: 2 })
      const second = await listCommunications(ctx, subject, { filter: { test }, limit: 2, cursor: first.nextCursor! })
      const third = await listCommunications(ctx, subject, {
        filter: { test },
        limit: 2,
        cursor: second.nextCursor ?? undefined,
      })
      const pages = [first, second, ...(second.nextCursor ? [third] : [])]
      expect(pages.flatMap(({ items }) => items.map(({ sendId }) => sendId))).toEqual(
        wanted.filter((s) => test || !s.test).map(({ id }) => id),
      )
    }
  })

  it('are filtered by channel and by days, including both', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    for (const day of [1, 2, 3])
      await aSend(db(), id, { channel: 'sms', createdAt: new Date(Date.UTC(2026, 4, day, 12)) })
    await aSend(db(), id, { createdAt: new Date(Date.UTC(2026, 4, 2, 12)) })
    await aSend(db(), id, { test: true, createdAt: new Date(Date.UTC(2026, 4, 2, 12)) })
    const count = async (filter: object) =>
      (await listCommunications(ctx, subjectOf(id), { filter: { test: false, ...filter } })).items.length
    expect(await count({ channel: 'sms' })).toBe(3)
    expect(await count({ from: '2026-05-02', to: '2026-05-03' })).toBe(3)
    expect(await count({ channel: 'email', from: '2026-05-02', test: true })).toBe(2)
  })

  it.each([
    ['sms', 'delivered', {}, 'unmeasurable', 'unmeasurable'],
    ['email', 'delivered', {}, 'no', 'no'],
    ['email', 'bounced', {}, 'pending', 'pending'],
    ['email', 'clicked', { clicked: at(1).toISOString() }, 'implied', 'done'],
    ['email', 'opened', { opened: at(1).toISOString() }, 'done', 'no'],
    ['whatsapp', 'replied', {}, 'implied', 'unmeasurable'],
    ['whatsapp', 'sent', {}, 'pending', 'unmeasurable'],
  ] as const)('an %s that was %s, %j: opened %s, clicked %s', (channel, state, times, wasOpened, wasClicked) => {
    const [, , opened, clicked] = stepsOf({ channel, state, happened: times })
    expect([opened!.mark, clicked!.mark]).toEqual([wasOpened, wasClicked])
  })

  it.each([
    ['https://example.com/c/1', 'https://example.com/c/1'],
    ['http://example.com/c/1', null],
    ['javascript:alert(1)', null],
    ['example.com', null],
    [null, null],
  ])('link to a certificate at %s', (url, shown) => expect(certificateOf(url)).toBe(shown))
})

describe('a message', () => {
  it('has the text as it was sent and its events, and lists who it can be sent to again', async () => {
    const ctx = await aCtx(db())
    const { id } = await aCustomer(db())
    const point = await aPoint(db(), id, { blockedAt: at(0) })
    const journey = await aJourney(db())
    const send = await aSend(db(), id, {
      journeyId: journey.id,
      pointId: point.id,
      message: { step: 2, body: 'Olá! {{link}}' },
    })
    await happened(db(), send, 'sent', at(1))
    await happened(db(), send, 'delivered', at(2))
    const message = await getMessage(ctx, subjectOf(id), send.id)
    expect(message).toMatchObject({
      body: 'Olá! {{link}}',
      state: 'delivered',
      to: { text: 'm****@example.com' },
      obstacle: 'link_gone',
      happened: [
        { kind: 'sent', rawCode: 'raw.sent' },
        { kind: 'delivered', at: at(2) },
      ],
    })
    const recipients = await listResendRecipients(ctx, subjectOf(id), send.id)
    expect(recipients).toMatchObject({
      points: [{ pointId: point.id, previous: true, objection: { rule: 'point_blocked', overridable: true } }],
      needsReason: false,
    })
    expect(await listResendRecipients(await aCtx(db(), 'manager'), subjectOf(id), send.id)).toMatchObject({
      needsReason: true,
    })
    expect(JSON.stringify([message, recipients])).not.toContain('maria@example.com')
    expect(
      await getMessage(ctx, { ...subjectOf(id), revealed: new Set([`point:${point.id}`]) }, send.id),
    ).toMatchObject({ to: { text: 'maria@example.com' } })
  })

  it('is null when it belongs to another customer, does not exist, or is out of scope', async () => {
    const { id } = await aCustomer(db())
    const send = await aSend(db(), id)
    const other = await aCustomer(db())
    const outside = await aCtx(db(), 'seller', { kind: 'own' })
    const ctx = await aCtx(db())
    expect(await getMessage(ctx, subjectOf(other.id), send.id)).toBeNull()
    expect(await getMessage(ctx, subjectOf(id), 'x')).toBeNull()
    expect(await getMessage(outside, subjectOf(id), send.id)).toBeNull()
    expect(await listResendRecipients(outside, subjectOf(id), send.id)).toBeNull()
    expect(await getMessage(ctx, subjectOf(other.id, id), send.id)).toMatchObject({ id: send.id })
  })
})
