import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { and, desc, eq } from 'drizzle-orm'

import { auditEvents, contactPoints, links, outbox } from '@/db/schema'
import { detailsOf, isIntact, listEvidence } from '@/lib/evidence/evidence'
import { acceptanceOf, aPublicContext, aWaiting, lastCode } from '@/lib/testing/acceptances'
import { aCtx } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { daysAfter } from '@/lib/values/days'
import { acceptDocument, refuseDocument } from '../signing/decide'
import { fileForSigner } from '../signing/file'
import { sendCode } from '../signing/send-code'
import { viewForSigner } from '../signing/view'
import { cancelRequest } from './cancel'
import { changeDeadline } from './change-deadline'
import { resendRequest } from './resend'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-manage-'))
jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))

const { db, pool } = useTestDatabase()

async function waiting() {
  const ctx = await aCtx(db())
  const made = await aWaiting(ctx)
  const { customerId, id: acceptanceId } = made.acceptanceKey
  return { ...made, ctx, one: { customerId, acceptanceId } }
}

type Made = Awaited<ReturnType<typeof waiting>>

const kindsOf = async ({ acceptanceKey }: Pick<Made, 'acceptanceKey'>) => {
  const evidence = await listEvidence(db(), acceptanceKey)
  expect(isIntact(evidence)).toBe(true)
  return evidence.map(({ kind }) => kind)
}

const historyOf = async ({ customer }: Pick<Made, 'customer'>) =>
  (await db().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))).map(({ event }) => event)

const answer = (token: string, code: string) => ({ token, code, name: 'Maria Clara Antunes', agree: 'on' })

test('[A7] a cancelled request cannot be opened, answered or asked for a code by any of its links', async () => {
  const made = await waiting()
  const { token, ctx, one, customer, acceptanceKey } = made
  await sendCode(aPublicContext(db()), { token })
  const code = await lastCode(db(), customer.id)
  await resendRequest(ctx, one)
  const second = /\/a\/([\w-]{43})/.exec(await lastText(customer.id))![1]!
  expect(await cancelRequest(ctx, { ...one, reason: 'Contrato errado' })).toMatchObject({ ok: true })

  const cancelled = { ok: false, failure: { code: 'acceptances.cancelled' } }
  for (const each of [token, second]) {
    expect(await viewForSigner(aPublicContext(db()), each)).toMatchObject({ status: 'cancelled' })
    expect(await fileForSigner(aPublicContext(db()), each, 'original')).toBeNull()
    expect(await acceptDocument(aPublicContext(db()), answer(each, code))).toMatchObject(cancelled)
    expect(await refuseDocument(aPublicContext(db()), { token: each, code, reason: '' })).toMatchObject(cancelled)
    expect(await sendCode(aPublicContext(db()), { token: each })).toMatchObject(cancelled)
  }
  expect(await acceptanceOf(db(), acceptanceKey)).toMatchObject({ status: 'cancelled', codeHash: null })
  expect(await kindsOf(made)).toEqual(['requested', 'code_sent', 'link_sent', 'cancelled'])
  expect(await historyOf(made)).toEqual(expect.arrayContaining(['acceptance.resent', 'acceptance.cancelled']))
})

test('[A7] cancelling twice changes nothing the second time, and an answered request cannot be cancelled', async () => {
  const made = await waiting()
  for (let times = 0; times < 2; times++) expect(await cancelRequest(made.ctx, made.one)).toMatchObject({ ok: true })
  expect(await kindsOf(made)).toEqual(['requested', 'cancelled'])
  const accepted = await waiting()
  await sendCode(aPublicContext(db()), { token: accepted.token })
  const code = await lastCode(db(), accepted.customer.id)
  expect(await acceptDocument(aPublicContext(db()), answer(accepted.token, code))).toMatchObject({ ok: true })
  expect(await cancelRequest(accepted.ctx, accepted.one)).toMatchObject({ failure: { code: 'acceptances.not_open' } })
  expect(await acceptanceOf(db(), accepted.acceptanceKey)).toMatchObject({ status: 'accepted' })
})

test('[A7] resending sends the same message with a new link to the same address, and both links work', async () => {
  const made = await waiting()
  expect(await resendRequest(made.ctx, made.one)).toMatchObject({ ok: true })
  const second = /\/a\/([\w-]{43})/.exec(await lastText(made.customer.id))![1]!
  expect(second).not.toBe(made.token)
  for (const token of [made.token, second])
    expect(await viewForSigner(aPublicContext(db()), token)).toMatchObject({ status: 'waiting', linkAddress: null })
  const [, sent] = await listEvidence(db(), made.acceptanceKey)
  expect(detailsOf(sent!)).toMatchObject({ address: 'maria@example.com', by: made.ctx.viewer.userId })
})

test('[A7] another deadline counts from now, and the links stay valid as long', async () => {
  const made = await waiting()
  const later = { ...made.ctx, now: daysAfter(made.ctx.now, 6) }
  expect(await changeDeadline(later, { ...made.one, days: '30' })).toMatchObject({ ok: true })
  const expiresAt = daysAfter(later.now, 30)
  expect(await acceptanceOf(db(), made.acceptanceKey)).toMatchObject({ status: 'waiting', expiresAt })
  const ofRequest = and(eq(links.subjectId, made.one.acceptanceId), eq(links.purpose, 'acceptance'))
  const [link] = await db().select().from(links).where(ofRequest)
  expect(link!.expiresAt).toEqual(daysAfter(expiresAt, 90))
  const onDay20 = aPublicContext(db(), { now: daysAfter(made.ctx.now, 20) })
  expect(await sendCode(onDay20, { token: made.token })).toMatchObject({ ok: true })
  expect(await kindsOf(made)).toEqual(['requested', 'deadline_changed', 'code_sent'])
  expect(await historyOf(made)).toContain('acceptance.deadline_changed')
})

const NOT_WAITING = { failure: { code: 'acceptances.not_waiting' } }
const REFUSED: [string, (made: Made) => Promise<unknown>, object][] = [
  [
    'resending a cancelled request',
    async ({ ctx, one }) => (await cancelRequest(ctx, one), resendRequest(ctx, one)),
    NOT_WAITING,
  ],
  [
    'another deadline for a request that has expired',
    async ({ ctx, one }) => changeDeadline({ ...ctx, now: daysAfter(ctx.now, 8) }, { ...one, days: '5' }),
    NOT_WAITING,
  ],
  [
    'a deadline that is too long',
    async ({ ctx, one }) => changeDeadline(ctx, { ...one, days: '91' }),
    { failure: { fields: { days: 'acceptances.bad_days' } } },
  ],
  [
    'resending to an address that is on no contact point any more',
    async ({ ctx, one, point }) => {
      await db().update(contactPoints).set({ retiredAt: new Date() }).where(eq(contactPoints.id, point.id))
      return resendRequest(ctx, one)
    },
    { failure: { code: 'acceptances.not_on_file' } },
  ],
  [
    'resending to a blocked address',
    async ({ ctx, one, point }) => {
      await db().update(contactPoints).set({ blockedAt: new Date() }).where(eq(contactPoints.id, point.id))
      return resendRequest(ctx, one)
    },
    { failure: { code: 'sending.point_blocked' } },
  ],
  [
    'a request of another customer',
    async ({ ctx, one }) => cancelRequest(ctx, { ...one, customerId: (await waiting()).customer.id }),
    { failure: { kind: 'not_found' } },
  ],
  [
    'a viewer without the permission',
    async ({ one }) => cancelRequest(await aCtx(db(), 'viewer'), one),
    { failure: { kind: 'forbidden' } },
  ],
]

test.each(REFUSED)('[A7] refuses %s', async (_, attempt, failure) => {
  const made = await waiting()
  const before = (await db().select().from(outbox).where(eq(outbox.customerId, made.customer.id))).length
  expect(await attempt(made)).toMatchObject({ ok: false, ...failure })
  expect(await db().select().from(outbox).where(eq(outbox.customerId, made.customer.id))).toHaveLength(before)
})

test('[A7] of a concurrent acceptance and cancellation exactly one takes effect', async () => {
  const real = pool()
  const ctx = await aCtx(real)
  const outcomes = new Set<string>()
  for (let round = 0; round < 4; round++) {
    const { customer, token, acceptanceKey } = await aWaiting(ctx)
    await sendCode(aPublicContext(real), { token })
    const code = await lastCode(real, customer.id)
    const one = { customerId: customer.id, acceptanceId: acceptanceKey.id }
    const accept = () => acceptDocument(aPublicContext(real), answer(token, code))
    const attempts = round % 2 ? [cancelRequest(ctx, one), accept()] : [accept(), cancelRequest(ctx, one)]
    const results = await Promise.all(attempts)
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const evidence = await listEvidence(real, acceptanceKey)
    expect(evidence.filter(({ kind }) => kind === 'accepted' || kind === 'cancelled')).toHaveLength(1)
    expect(isIntact(evidence)).toBe(true)
    outcomes.add((await acceptanceOf(real, acceptanceKey)).status)
  }
  for (const status of outcomes) expect(['accepted', 'cancelled']).toContain(status)
})

async function lastText(customerId: string): Promise<string> {
  const rows = db().select().from(outbox).where(eq(outbox.customerId, customerId))
  const [row] = await rows.orderBy(desc(outbox.id)).limit(1)
  return row!.payload!.text
}
