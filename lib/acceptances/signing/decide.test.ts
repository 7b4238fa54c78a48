import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { asc, eq } from 'drizzle-orm'
import { acceptanceEvents, auditEvents, customers } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import type { WriteCtx } from '@/lib/kernel/context'
import { aCtx } from '@/lib/testing/builders'
import { detailsOf, isIntact, listEvidence } from '@/lib/evidence/evidence'
import { expireAcceptances } from '../expire'
import { acceptanceOf, aPublicContext, aRequestable, aWaiting, lastCode, lastToken } from '@/lib/testing/acceptances'
import { requestAcceptance } from '../commands/request'
import { laudoOf } from '../seal/laudo'
import { acceptDocument, refuseDocument } from './decide'
import { fileForSigner } from './file'
import { sendCode } from './send-code'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-acceptances-'))
const enqueue = jest.fn()
jest.mock('../../jobs/boss', () => ({ enqueue: (...args: unknown[]) => enqueue(...args) }))

const { db, pool } = useTestDatabase()
let ctx: WriteCtx
beforeEach(async () => {
  enqueue.mockClear()
  ctx = await aCtx(db())
})

const minutesLater = (minutes: number) => new Date(Date.now() + minutes * 60_000)

async function withCode(made?: WriteCtx) {
  const inside = made ?? ctx
  const waiting = await aWaiting(inside)
  const publicCtx = aPublicContext(inside.db)
  expect(await sendCode(publicCtx, { token: waiting.token })).toMatchObject({ ok: true })
  const code = await lastCode(inside.db, waiting.customer.id)
  return {
    ...waiting,
    publicCtx,
    code,
    accept: { token: waiting.token, code, name: 'Maria Clara Antunes', agree: 'on' },
  }
}

test('an acceptance records signer, time, origin and terms, and queues the final document', async () => {
  const { publicCtx, acceptanceKey, accept, customer } = await withCode()
  expect(await acceptDocument(publicCtx, accept)).toEqual({ ok: true, value: { token: accept.token, repeated: false } })
  expect(await acceptanceOf(db(), acceptanceKey)).toMatchObject({
    status: 'accepted',
    decidedAt: publicCtx.now,
    codeHash: null,
  })
  const evidence = await listEvidence(db(), acceptanceKey)
  expect(evidence.map((row) => row.kind)).toEqual(['requested', 'code_sent', 'code_confirmed', 'accepted'])
  expect(evidence.at(-1)).toMatchObject({ ip: '203.0.113.7', userAgent: publicCtx.userAgent })
  expect(JSON.parse(evidence.at(-1)!.details!)).toMatchObject({ name: 'Maria Clara Antunes' })
  expect(isIntact(evidence)).toBe(true)
  const events = await db()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.customerId, customer.id))
    .orderBy(asc(auditEvents.seq))
  expect(events.at(-1)).toMatchObject({ event: 'acceptance.accepted', actorId: null })
  expect(enqueue).toHaveBeenCalledTimes(1)
})

test('a second call accepts nothing more and gets the same answer', async () => {
  const { publicCtx, acceptanceKey, accept } = await withCode()
  await acceptDocument(publicCtx, accept)
  expect(await acceptDocument(publicCtx, accept)).toEqual({ ok: true, value: { token: accept.token, repeated: false } })
  expect((await listEvidence(db(), acceptanceKey)).filter((row) => row.kind === 'accepted')).toHaveLength(1)
  expect(enqueue).toHaveBeenCalledTimes(1)
})

test('of a concurrent acceptance and refusal only one is recorded', async () => {
  const real = pool()
  const { acceptanceKey, accept, code } = await withCode(await aCtx(real))
  const publicCtx = aPublicContext(real)
  const both = await Promise.all([
    acceptDocument(publicCtx, accept),
    refuseDocument(publicCtx, { token: accept.token, code, reason: '' }),
    acceptDocument(publicCtx, accept),
  ])
  expect(both.every((result) => result.ok)).toBe(true)
  const evidence = await listEvidence(real, acceptanceKey)
  expect(evidence.filter((row) => row.kind === 'accepted' || row.kind === 'refused')).toHaveLength(1)
  expect(isIntact(evidence)).toBe(true)
})

test('a refusal stores its reason and queues no final document', async () => {
  const { publicCtx, acceptanceKey, token, code } = await withCode()
  expect(await refuseDocument(publicCtx, { token, code, reason: 'O valor está errado' })).toMatchObject({ ok: true })
  expect(await acceptanceOf(db(), acceptanceKey)).toMatchObject({
    status: 'refused',
    refusalReason: 'O valor está errado',
  })
  expect(enqueue).not.toHaveBeenCalled()
})

describe('refuses and leaves the acceptance waiting', () => {
  test.each([
    ['without agreeing', { agree: undefined }, { agree: 'acceptances.must_agree' }],
    ['without a name', { name: ' ' }, { name: 'required' }],
    ['without a code', { code: '' }, { code: 'required' }],
  ])('%s', async (_, over, fields) => {
    const { publicCtx, acceptanceKey, accept } = await withCode()
    expect(await acceptDocument(publicCtx, { ...accept, ...over })).toMatchObject({ ok: false, failure: { fields } })
    expect((await acceptanceOf(db(), acceptanceKey)).status).toBe('waiting')
  })

  test('before a code was sent', async () => {
    const { token, acceptanceKey } = await aWaiting(ctx)
    const result = await acceptDocument(aPublicContext(db()), { token, code: '123456', name: 'Maria', agree: 'on' })
    expect(result).toMatchObject({ failure: { fields: { code: 'acceptances.code_missing' } } })
    expect((await acceptanceOf(db(), acceptanceKey)).status).toBe('waiting')
  })

  test('an expired code', async () => {
    const { acceptanceKey, accept } = await withCode()
    const late = aPublicContext(db(), { now: minutesLater(11) })
    expect(await acceptDocument(late, accept)).toMatchObject({
      failure: { fields: { code: 'acceptances.code_expired' } },
    })
    expect((await acceptanceOf(db(), acceptanceKey)).status).toBe('waiting')
  })

  test('a wrong code, and after five tries also the right one', async () => {
    const { publicCtx, acceptanceKey, accept, code } = await withCode()
    const wrong = code === '000000' ? '111111' : '000000'
    const answers = []
    for (let tries = 0; tries < 5; tries++) answers.push(await acceptDocument(publicCtx, { ...accept, code: wrong }))
    expect(answers[0]).toMatchObject({ failure: { fields: { code: 'acceptances.code_wrong' } } })
    expect(answers[4]).toMatchObject({ failure: { fields: { code: 'acceptances.code_spent' } } })
    expect(await acceptDocument(publicCtx, accept)).toMatchObject({
      failure: { fields: { code: 'acceptances.code_spent' } },
    })
    expect((await acceptanceOf(db(), acceptanceKey)).status).toBe('waiting')
    expect((await listEvidence(db(), acceptanceKey)).filter((row) => row.kind === 'code_wrong')).toHaveLength(5)
  })

  test('another acceptance’s code', async () => {
    const [one, other] = [await withCode(), await withCode()]
    if (one.code === other.code) return
    expect(await acceptDocument(one.publicCtx, { ...one.accept, code: other.code })).toMatchObject({ ok: false })
  })

  test('an unknown link', async () => {
    const { publicCtx, accept } = await withCode()
    expect(await acceptDocument(publicCtx, { ...accept, token: 'x'.repeat(43) })).toMatchObject({
      failure: { code: 'acceptances.link_gone' },
    })
  })

  test('an expired acceptance, before and after the job has marked it', async () => {
    const { acceptanceKey, accept } = await withCode()
    const late = minutesLater(8 * 24 * 60)
    expect(await acceptDocument(aPublicContext(db(), { now: late }), accept)).toMatchObject({
      failure: { code: 'acceptances.expired' },
    })
    expect(await expireAcceptances(db(), late)).toBe(1)
    expect(await expireAcceptances(db(), late)).toBe(0)
    expect(await acceptanceOf(db(), acceptanceKey)).toMatchObject({ status: 'expired' })
    expect(await acceptDocument(aPublicContext(db(), { now: late }), accept)).toMatchObject({
      failure: { code: 'acceptances.expired' },
    })
    expect(isIntact(await listEvidence(db(), acceptanceKey))).toBe(true)
  })
})

describe('a code', () => {
  test('is sent to the address of the link, and is in clear only in the message', async () => {
    const { acceptanceKey, code } = await withCode()
    expect((await acceptanceOf(db(), acceptanceKey)).codeHash!.toString('utf8')).not.toContain(code)
    const [row] = (await db().select().from(acceptanceEvents).where(eq(acceptanceEvents.kind, 'code_sent'))).slice(-1)
    expect(row!.details).not.toContain(code)
  })

  test('is not sent twice within a minute, and replaces the previous one', async () => {
    const { token, accept, customer } = await withCode()
    expect(await sendCode(aPublicContext(db()), { token })).toMatchObject({
      failure: { code: 'acceptances.code_too_soon' },
    })
    const later = aPublicContext(db(), { now: minutesLater(2) })
    expect(await sendCode(later, { token })).toMatchObject({ ok: true })
    const second = await lastCode(db(), customer.id)
    expect(await acceptDocument(later, { ...accept, code: second })).toMatchObject({ ok: true })
  })

  test('is sent ten times at most', async () => {
    const { token } = await withCode()
    for (let n = 1; n < 10; n++)
      expect(await sendCode(aPublicContext(db(), { now: minutesLater(n * 2) }), { token })).toMatchObject({ ok: true })
    expect(await sendCode(aPublicContext(db(), { now: minutesLater(30) }), { token })).toMatchObject({
      failure: { code: 'acceptances.code_limit' },
    })
  })
})

test('the original can be read while the acceptance waits, but not after it was refused or has expired', async () => {
  const { token, publicCtx, code } = await withCode()
  expect(await fileForSigner(publicCtx, token, 'original')).not.toBeNull()
  expect(await fileForSigner({ ...publicCtx, now: minutesLater(8 * 24 * 60) }, token, 'original')).toBeNull()
  await refuseDocument(publicCtx, { token, code, reason: '' })
  expect(await fileForSigner(publicCtx, token, 'original')).toBeNull()
})

describe('a typed name that is not the registered one', () => {
  const OTHER = 'João Pereira'
  const asked = { ok: false, failure: { fields: { name: 'acceptances.name_differs' } } }
  const seconds = (count: number) => aPublicContext(db(), { now: new Date(Date.now() + count * 1000) })

  test('is asked about first, and recorded as different in the evidence, report and history when the person confirms it', async () => {
    const { accept, acceptanceKey, customer } = await withCode()
    expect(await acceptDocument(seconds(0), { ...accept, name: OTHER })).toMatchObject(asked)
    expect(await acceptanceOf(db(), acceptanceKey)).toMatchObject({ status: 'waiting' })
    expect(await acceptDocument(seconds(1), { ...accept, name: OTHER })).toMatchObject(asked)
    expect(await acceptDocument(seconds(8), { ...accept, name: OTHER })).toMatchObject({ ok: true })
    const evidence = await listEvidence(db(), acceptanceKey)
    expect(isIntact(evidence)).toBe(true)
    expect(detailsOf(evidence.at(-1)!)).toMatchObject({ name: OTHER, nameMatch: 'differs' })
    const of = { title: 'Contrato', number: 'D1', fileName: 'a.pdf', pages: 1 }
    const laudo = laudoOf({ acceptance: await acceptanceOf(db(), acceptanceKey), document: of, evidence })
    expect(JSON.stringify(laudo.groups)).toContain('difere do nome do cadastro')
    const events = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))
    const accepted = events.find(({ event }) => event === 'acceptance.accepted')
    expect(JSON.parse(accepted!.details!)).toMatchObject({ nameMatch: 'differs' })
  })

  test('is asked about again when it is yet another name', async () => {
    const { accept } = await withCode()
    expect(await acceptDocument(seconds(0), { ...accept, name: OTHER })).toMatchObject(asked)
    expect(await acceptDocument(seconds(8), { ...accept, name: 'Ana Souza' })).toMatchObject(asked)
  })

  test('is not revealed to somebody without the code, and uses up its tries', async () => {
    const { accept, code } = await withCode()
    const wrong = code === '000000' ? '111111' : '000000'
    expect(await acceptDocument(seconds(0), { ...accept, name: OTHER, code: wrong })).toMatchObject({
      failure: { fields: { code: 'acceptances.code_wrong' } },
    })
    for (const name of ['Ana A', 'Bia Bo', 'Caio Co', 'Davi Do'])
      expect(await acceptDocument(seconds(0), { ...accept, name })).toMatchObject(asked)
    expect(await acceptDocument(seconds(8), accept)).toMatchObject({
      failure: { fields: { code: 'acceptances.code_spent' } },
    })
  })

  test.each([
    ['a shorter form of the registered name', { name: 'Maria Clara Antunes' }, 'maria antunes', 'same'],
    ['the preferred name', { name: 'José Antunes Prado', preferredName: 'Clara' }, 'Clara Prado', 'same'],
    ['a person who signs for a company', { kind: 'company' as const, name: 'Padaria Sol Ltda' }, OTHER, 'company'],
  ])('is accepted at once when it is %s', async (_, over, name, nameMatch) => {
    const ctx = await aCtx(db())
    const made = await aRequestable(db())
    await db().update(customers).set(over).where(eq(customers.id, made.customer.id))
    const requested = await requestAcceptance(ctx, made.input)
    if (!requested.ok) throw new Error(JSON.stringify(requested.failure))
    const token = await lastToken(db(), made.customer.id)
    await sendCode(aPublicContext(db()), { token })
    const code = await lastCode(db(), made.customer.id)
    expect(await acceptDocument(seconds(0), { token, code, name, agree: 'on' })).toMatchObject({ ok: true })
    const key = { customerId: made.customer.id, id: requested.value.acceptanceId }
    const evidence = await listEvidence(db(), key)
    expect(detailsOf(evidence.find(({ kind }) => kind === 'accepted')!)).toMatchObject({ nameMatch })
  })
})

test.each([
  ['no letters', '.', 'acceptances.bad_name'],
  ['one letter', 'M', 'acceptances.bad_name'],
  ['letters that the report cannot show', '山田 太郎', 'acceptances.undrawable_name'],
])('a typed name with %s is refused, and nothing is decided', async (_, name, code) => {
  const { publicCtx, accept, acceptanceKey } = await withCode()
  expect(await acceptDocument(publicCtx, { ...accept, name })).toMatchObject({ failure: { fields: { name: code } } })
  expect((await acceptanceOf(db(), acceptanceKey)).status).toBe('waiting')
})
