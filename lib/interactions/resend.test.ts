import { elsewhere } from '@/lib/testing/sending'
import { and, eq } from 'drizzle-orm'
import {
  auditEvents,
  consents,
  documents,
  journeys,
  links,
  messages,
  outbox,
  sendDocuments,
  sends,
  suppressions,
} from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { newId } from '@/lib/values/ids'
import { addressHash } from '@/lib/sending/address'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { aJourney, aKit } from '@/lib/testing/documents'
import { aSend } from '@/lib/testing/sent'
import { pointChoice } from '@/lib/sending/destination'
import { resendInteraction } from './resend'

const { db } = useTestDatabase()

/** A customer with an e-mail, and a service message sent to it. */
async function sent(over: Parameters<typeof aSend>[2] = {}) {
  const customer = await aCustomer(db())
  const point = await aPoint(db(), customer.id)
  const journey = await aJourney(db())
  const send = await aSend(db(), customer.id, { journeyId: journey.id, pointId: point.id, ...over })
  return { customer, point, journey, send, asked: { customerId: customer.id, sendId: send.id } }
}

const sendsOf = (customerId: string) =>
  db().select().from(sends).where(eq(sends.customerId, customerId)).orderBy(sends.id)

describe('resending a message', () => {
  it('keeps the text, refers to the original, and queues it to the same address', async () => {
    const ctx = await aCtx(db())
    const { customer, point, send, asked } = await sent()
    const result = await resendInteraction(ctx, { ...asked, to: 'same' })
    const [, again] = await sendsOf(customer.id)
    expect(result).toMatchObject({ ok: true, value: { sendId: again!.id } })
    expect(again).toMatchObject({
      resendOf: send.id,
      address: send.address,
      pointId: point.id,
      sentBy: ctx.viewer.userId,
      state: 'queued',
      test: false,
    })
    const [text] = await db().select().from(messages).where(eq(messages.id, again!.messageId))
    expect(text).toMatchObject({ subject: 'Bem-vinda', body: 'Olá, Maria!' })
    const [queued] = await db().select().from(outbox).where(eq(outbox.sendId, again!.id))
    expect(queued).toMatchObject({ state: 'waiting', channel: 'email', payload: { to: 'maria@example.com' } })
    const [event] = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))
    expect(event).toMatchObject({ event: 'message.resent', subject: `send:${again!.id}` })
  })

  it('goes to another point or to a typed address', async () => {
    const ctx = await aCtx(db())
    const { customer, asked } = await sent()
    const other = await aPoint(db(), customer.id, { normalized: 'outra@example.com' })
    await resendInteraction(ctx, { ...asked, to: pointChoice(other.id) })
    await resendInteraction(ctx, { ...asked, ...elsewhere(' Nova@Example.com ') })
    expect((await sendsOf(customer.id)).slice(1)).toMatchObject([
      { address: 'outra@example.com', pointId: other.id },
      { address: 'nova@example.com', pointId: null },
    ])
  })

  it('creates a new link to the documents of the message', async () => {
    const ctx = await aCtx(db())
    const { customer, send, asked } = await sent({ message: { body: 'Aqui: {{link}}' } })
    const kit = await aKit(db(), customer.id)
    const documentId = newId()
    await db()
      .insert(documents)
      .values({ customerId: customer.id, id: documentId, kitId: kit.id, position: 1, number: 'D1', title: 'Contrato' })
    await db().insert(sendDocuments).values({ customerId: customer.id, documentId, sendId: send.id })
    await resendInteraction(ctx, { ...asked, to: 'same' })
    const [, again] = await sendsOf(customer.id)
    expect(await db().select().from(sendDocuments).where(eq(sendDocuments.sendId, again!.id))).toMatchObject([
      { documentId },
    ])
    expect(
      await db()
        .select()
        .from(links)
        .where(and(eq(links.purpose, 'documents'), eq(links.subjectId, again!.id))),
    ).toHaveLength(1)
    const [queued] = await db().select().from(outbox).where(eq(outbox.sendId, again!.id))
    expect(queued!.payload!.text).toMatch(/Aqui: https?:\/\/.*\/d\//)
    const [text] = await db().select().from(messages).where(eq(messages.id, again!.messageId))
    expect(text!.body).toBe('Aqui: {{link}}')
  })

  describe('is refused and leaves no row behind', () => {
    const refused = async (
      asked: object,
      { customerId, role = 'agent' }: { customerId: string; role?: 'agent' | 'manager' | 'viewer' },
    ) => {
      const before = await sendsOf(customerId)
      const result = await resendInteraction(await aCtx(db(), role), asked)
      expect(await sendsOf(customerId)).toEqual(before)
      expect(await db().$count(outbox)).toBe(0)
      expect(
        await db().$count(
          auditEvents,
          and(eq(auditEvents.customerId, customerId), eq(auditEvents.event, 'message.resent')),
        ),
      ).toBe(0)
      return result.ok ? null : result.failure
    }

    it.each([
      ['whatsapp', { channel: 'whatsapp' }, 'interactions.whatsapp'],
      ['a trial', { test: true }, 'interactions.of_test'],
      ['a personal link', { message: { body: 'Veja {{link}}' } }, 'interactions.link_gone'],
      ['no journey', { journeyId: null }, 'interactions.no_journey'],
    ] as const)('with %s', async (_what, over, code) => {
      const { customer, asked } = await sent(over)
      expect(await refused({ ...asked, to: 'same' }, { customerId: customer.id })).toMatchObject({ code })
    })

    it('from a retired journey', async () => {
      const { customer, journey, asked } = await sent()
      await db().update(journeys).set({ retiredAt: new Date() }).where(eq(journeys.id, journey.id))
      expect(await refused({ ...asked, to: 'same' }, { customerId: customer.id })).toMatchObject({
        code: 'sending.journey_retired',
      })
    })

    it('to an address that bounced, even with an override', async () => {
      const { customer, send, asked } = await sent()
      await db()
        .insert(suppressions)
        .values({
          channel: 'email',
          addressHash: addressHash(send.address),
          reason: 'bounced',
          purpose: 'all',
          at: new Date(),
        })
      expect(
        await refused(
          { ...asked, to: 'same', overrideReason: 'A lei pede' },
          { customerId: customer.id, role: 'manager' },
        ),
      ).toMatchObject({ code: 'sending.bounced' })
    })

    it('against the customer’s consent, unless a user with permission gives a reason', async () => {
      const { customer, asked } = await sent()
      await db().insert(consents).values({
        customerId: customer.id,
        id: newId(),
        preference: 'email',
        purpose: 'service',
        action: 'cancelled',
        origin: 'admin',
      })
      expect(await refused({ ...asked, to: 'same' }, { customerId: customer.id, role: 'manager' })).toMatchObject({
        code: 'sending.cancelled',
      })
      expect(
        await refused({ ...asked, to: 'same', overrideReason: 'A lei pede' }, { customerId: customer.id }),
      ).toMatchObject({ code: 'sending.override_denied' })
      expect(
        await resendInteraction(await aCtx(db(), 'manager'), { ...asked, to: 'same', overrideReason: 'A lei pede' }),
      ).toMatchObject({ ok: true })
      expect((await sendsOf(customer.id)).at(-1)).toMatchObject({ overrideReason: 'A lei pede' })
    })

    it.each([
      [{ to: 'new' }, { fields: { address: 'required' } }],
      [{ to: 'new', address: '11 98765-7777' }, { fields: { address: 'sending.bad_address' } }],
      [{ to: pointChoice(newId()) }, { code: 'sending.no_point' }],
      [{ to: 'nowhere' }, { fields: { to: 'sending.no_destination' } }],
      [{ to: 'same', sendId: newId() }, { kind: 'not_found' }],
      [{ to: 'same', state: 'delivered' }, { kind: 'invalid' }],
    ])('to %j', async (to, failure) => {
      const { customer, asked } = await sent()
      expect(await refused({ ...asked, ...to }, { customerId: customer.id })).toMatchObject(failure)
    })

    it('without the permission, or for a customer out of scope', async () => {
      const { customer, asked } = await sent()
      expect(await refused({ ...asked, to: 'same' }, { customerId: customer.id, role: 'viewer' })).toEqual({
        kind: 'forbidden',
      })
      expect(await resendInteraction(await aCtx(db(), 'seller', { kind: 'own' }), { ...asked, to: 'same' })).toEqual({
        ok: false,
        failure: { kind: 'not_found' },
      })
    })
  })
})
