import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { auditEvents, outbox, sessions, users } from '@/db/schema'
import { startSession } from '@/lib/auth/sessions'
import { JULIA } from '@/lib/auth/demo-users'
import type { PublicContext } from '@/lib/kernel/context'
import { getDelivery } from '@/lib/outbox/read-one'
import { listDeliveries } from '@/lib/outbox/list'
import { aCtx, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { acceptInvitation, invitedBy } from './accept-invitation'
import { reinviteUser } from './commands/reinvite'
import { requestPasswordReset } from './password-reset'
import { getUser } from './queries'

const mockEnv = { DEMO: '0', RESEND_API_KEY: 'key' as string | undefined }
jest.mock('../env', () => {
  const real = jest.requireActual<typeof import('../env')>('../env')
  return { ...real, env: () => ({ ...real.env(), ...mockEnv }) }
})
jest.mock('../auth/passwords', () => ({ hashPassword: async (password: string) => `hash of ${password}` }))

jest.setTimeout(60_000)
const test = useTestDatabase()
beforeEach(() => Object.assign(mockEnv, { DEMO: '0', RESEND_API_KEY: 'key' }))

const aPublicContext = (over: Partial<PublicContext> = {}): PublicContext => ({
  db: test.db(),
  now: new Date(),
  requestId: randomUUID(),
  locale: 'pt-BR',
  ipAddress: null,
  userAgent: null,
  ...over,
})
const aPerson = (over: Parameters<typeof aUser>[1] = {}) =>
  aUser(test.db(), { passwordHash: 'hash of before', ...over })
const request = (email: string, over: Partial<PublicContext> = {}) =>
  requestPasswordReset(aPublicContext(over), { email })
const mails = () =>
  test.db().select().from(outbox).where(eq(outbox.kind, 'password_reset')).orderBy(desc(outbox.createdAt))
const tokenOf = (mail: typeof outbox.$inferSelect) => /\/invitation\/([\w-]{43})/.exec(mail.payload!.text)![1]!
const accept = (token: string, over: Partial<PublicContext> = {}) =>
  acceptInvitation(aPublicContext(over), { token, password: 'um gato azul dorme', again: 'um gato azul dorme' })

async function aReset(email: string): Promise<string> {
  await request(email)
  return tokenOf((await mails())[0]!)
}

it('mails a link that sets the password once and ends all sessions', async () => {
  const { id, email } = await aPerson({ email: 'bia@example.com', locale: 'es' })
  await startSession(aPublicContext(), id, 'password')
  expect(await request(' BIA@example.com ')).toEqual({ ok: true, value: null })
  const [mail] = await mails()
  expect(mail).toMatchObject({ customerId: null, channel: 'email', payload: { to: email } })
  expect(mail!.payload!.subject).toBe('Cree una nueva contraseña')
  const token = tokenOf(mail!)
  expect((await invitedBy(aPublicContext(), token))?.purpose).toBe('reset')
  expect((await accept(token)).ok).toBe(true)
  expect((await accept(token)).ok).toBe(false)
  const [row] = await test.db().select().from(users).where(eq(users.id, id))
  expect(row!.passwordHash).toBe('hash of um gato azul dorme')
  expect(await test.db().$count(sessions, and(eq(sessions.userId, id), isNull(sessions.endedAt)))).toBe(0)
  const events = await test
    .db()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subject, `user:${id}`))
  expect(events.map(({ event, details }) => [event, details])).toEqual([
    ['user.password_reset_requested', null],
    ['user.password_set', '{"by":"reset"}'],
  ])
})

it.each([
  ['an unknown e-mail', async () => 'ninguem@example.com'],
  ['a deactivated user', async () => (await aPerson({ deactivatedAt: new Date() })).email],
  ['a user without a password', async () => (await aUser(test.db())).email],
  ['a demo user outside the demo', async () => (await aPerson({ id: JULIA.id })).email],
])('answers the same for %s, after the same time, and sends nothing', async (_case, find) => {
  const email = await find()
  const start = performance.now()
  expect(await request(email)).toEqual({ ok: true, value: null })
  expect(performance.now() - start).toBeGreaterThan(590)
  expect(await mails()).toEqual([])
})

it('refuses a link after one hour', async () => {
  const { email } = await aPerson()
  const token = await aReset(email)
  expect((await accept(token, { now: new Date(Date.now() + 61 * 60_000) })).ok).toBe(false)
})

it('sends at most five mails an hour to one person, and leaves each of their links valid', async () => {
  const { email } = await aPerson()
  const first = await aReset(email)
  await Promise.all(Array.from({ length: 8 }, () => request(email)))
  expect(await mails()).toHaveLength(5)
  expect(await invitedBy(aPublicContext(), first)).not.toBeNull()
})

it('limits a network address, whatever e-mails it names', async () => {
  const ipAddress = '203.0.113.50'
  const answers = await Promise.all(Array.from({ length: 25 }, (_, i) => request(`p${i}@example.com`, { ipAddress })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(20)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'auth.too_many' } })
})

it('neither replaces the link of an administrator nor is listed as an invitation', async () => {
  const admin = await aCtx(test.db(), 'admin')
  const { id, email } = await aPerson()
  const invited = await reinviteUser(admin, { userId: id })
  await aReset(email)
  if (!invited.ok) throw new Error('not invited')
  expect(await invitedBy(aPublicContext(), invited.value.token)).not.toBeNull()
  const other = await aPerson()
  await aReset(other.email)
  expect((await getUser(admin, other.id))?.linkExpiresAt).toBeNull()
})

it('shows its link to nobody in the outbox except in the demo, and the mail to admins only', async () => {
  mockEnv.RESEND_API_KEY = undefined
  mockEnv.DEMO = '1'
  const { email } = await aPerson()
  const token = await aReset(email)
  const [{ id } = { id: '' }] = await mails()
  const admin = await aCtx(test.db(), 'admin')
  expect((await getDelivery(admin, id))?.content?.text).toContain(token)
  mockEnv.DEMO = '0'
  expect(JSON.stringify(await getDelivery(admin, id))).not.toContain(token)
  for (const role of ['agent', 'manager', 'seller'] as const) {
    const ctx = await aCtx(test.db(), role)
    expect(await getDelivery(ctx, id)).toBeNull()
    expect((await listDeliveries(ctx, { tab: 'all' })).items.map((row) => row.id)).not.toContain(id)
  }
})

it('sends nothing where no mail provider is configured', async () => {
  mockEnv.RESEND_API_KEY = undefined
  const { email } = await aPerson()
  await request(email)
  expect(await mails()).toEqual([])
})
