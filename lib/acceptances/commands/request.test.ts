import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import {
  acceptanceKeys,
  acceptances,
  auditEvents,
  contactPoints,
  documents,
  journeyMessages,
  outbox,
} from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { daysAfter } from '@/lib/values/days'
import { aCtx } from '@/lib/testing/builders'
import { requestAcceptance } from './request'
import { aRequestable } from '@/lib/testing/acceptances'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-request-'))
jest.mock('../../jobs/boss', () => ({ enqueue: jest.fn() }))

const { db } = useTestDatabase()
const rowsOf = (customerId: string) => db().select().from(acceptances).where(eq(acceptances.customerId, customerId))
const deliveriesTo = (customerId: string) => db().select().from(outbox).where(eq(outbox.customerId, customerId))

test('stores the terms, the file’s hash and the address, sends the link, and records an event', async () => {
  const ctx = await aCtx(db())
  const { customer, document, input } = await aRequestable(db())
  expect(await requestAcceptance(ctx, input)).toMatchObject({ ok: true })
  const [row] = await rowsOf(customer.id)
  expect(row).toMatchObject({
    status: 'waiting',
    terms: 'Li e concordo.',
    address: 'maria@example.com',
    originalSha256: document.file.sha256,
    signerName: customer.name,
  })
  const keys = await db().select().from(acceptanceKeys).where(eq(acceptanceKeys.customerId, customer.id))
  expect(keys.map(({ kind, key }) => [kind, key])).toEqual(
    expect.arrayContaining([
      ['protocol', row!.protocol],
      ['original', document.file.sha256],
    ]),
  )
  expect((await deliveriesTo(customer.id))[0]!.payload!.text).toMatch(/\/a\/[\w-]{43}/)
  const events = await db()
    .select({ event: auditEvents.event })
    .from(auditEvents)
    .where(eq(auditEvents.customerId, customer.id))
  expect(events.map(({ event }) => event)).toContain('acceptance.requested')
})

test('an acceptance that has expired is marked as expired when another one is requested', async () => {
  const { customer, input } = await aRequestable(db())
  await requestAcceptance(await aCtx(db()), input)
  const later = { ...(await aCtx(db())), now: daysAfter(new Date(), 8) }
  expect(await requestAcceptance(later, input)).toMatchObject({ ok: true })
  expect((await rowsOf(customer.id)).map((row) => row.status).sort()).toEqual(['expired', 'waiting'])
})

type Made = Awaited<ReturnType<typeof aRequestable>>
type Refusal = [string, (made: Made) => Promise<unknown> | unknown, Record<string, unknown>, object]

const nothing = () => {}
const REFUSALS: Refusal[] = [
  [
    'a title that the report cannot show',
    ({ document }) => db().update(documents).set({ title: '契約書' }).where(eq(documents.id, document.id)),
    {},
    { code: 'acceptances.undrawable', args: { characters: '契 約 書' } },
  ],
  [
    'an archived document',
    ({ document }) => db().update(documents).set({ archivedAt: new Date() }).where(eq(documents.id, document.id)),
    {},
    { code: 'acceptances.document_unavailable' },
  ],
  [
    'a deleted document',
    ({ document }) => db().update(documents).set({ deletedAt: new Date() }).where(eq(documents.id, document.id)),
    {},
    { code: 'acceptances.document_unavailable' },
  ],
  [
    'a message without a link',
    ({ journey }) => db().update(journeyMessages).set({ body: 'Olá' }).where(eq(journeyMessages.journeyId, journey.id)),
    {},
    { code: 'acceptances.message_without_link' },
  ],
  [
    'a blocked address',
    ({ point }) => db().update(contactPoints).set({ blockedAt: new Date() }).where(eq(contactPoints.id, point.id)),
    {},
    { code: 'sending.point_blocked' },
  ],
  ['no days', nothing, { days: '0' }, { fields: { days: 'acceptances.bad_days' } }],
  ['a term without end', nothing, { days: '400' }, { fields: { days: 'acceptances.bad_days' } }],
  ['no words to agree to', nothing, { terms: ' ' }, { fields: { terms: 'required' } }],
  [
    'an address that is not valid',
    nothing,
    { to: 'new', address: 'maria' },
    { fields: { address: 'sending.bad_address' } },
  ],
]

test.each(REFUSALS)('refuses %s and leaves nothing behind', async (_, before, over, failure) => {
  const made = await aRequestable(db())
  await before(made)
  expect(await requestAcceptance(await aCtx(db()), { ...made.input, ...over })).toMatchObject({ ok: false, failure })
  expect(await rowsOf(made.customer.id)).toEqual([])
  expect(await deliveriesTo(made.customer.id)).toEqual([])
})

test('refuses a second request while the first one waits', async () => {
  const { customer, input } = await aRequestable(db())
  const ctx = await aCtx(db())
  await requestAcceptance(ctx, input)
  expect(await requestAcceptance(ctx, input)).toMatchObject({ failure: { code: 'acceptances.already_waiting' } })
  expect(await rowsOf(customer.id)).toHaveLength(1)
})

test('refuses a viewer without the permission, and a customer out of scope', async () => {
  const { customer, input } = await aRequestable(db())
  expect(await requestAcceptance(await aCtx(db(), 'viewer'), input)).toEqual({
    ok: false,
    failure: { kind: 'forbidden' },
  })
  expect(await requestAcceptance(await aCtx(db(), 'seller', { kind: 'own' }), input)).toEqual({
    ok: false,
    failure: { kind: 'not_found' },
  })
  expect(await rowsOf(customer.id)).toEqual([])
})
