import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents, rateLimits, users } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import type { PublicContext } from '@/lib/kernel/context'
import { HELENA } from './demo-users'
import { aUser } from '@/lib/testing/builders'
import { withPerson, type KnownBrowser } from './known-browser'
import { signInWithPassword } from './password-sign-in'
import { releaseEmail } from './sign-in-limit'

// A real hash would block other test files for seconds, because sign-ins lock the system's chain.
jest.mock('./passwords', () => ({
  verifyPassword: async (password: string, stored: string | null) => stored?.endsWith(`hash of ${password}`) ?? false,
  hashPassword: async (password: string) => `hash of ${password}`,
  isOutdated: (stored: string) => stored.startsWith('old '),
}))

jest.setTimeout(30_000)
const test = useTestDatabase()
const PASSWORD = 'uma senha longa'

const aPublicContext = (db: Primary, over: Partial<PublicContext> = {}): PublicContext => ({
  db,
  now: new Date(),
  requestId: randomUUID(),
  locale: 'pt-BR',
  ipAddress: '203.0.113.9',
  userAgent: null,
  ...over,
})
const aPerson = (db: Primary, over: Parameters<typeof aUser>[1] = {}) =>
  aUser(db, { passwordHash: `hash of ${PASSWORD}`, ...over })
const lastEvent = async (db: Primary) =>
  (
    await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.customerId, SYSTEM_CHAIN))
      .orderBy(desc(auditEvents.seq))
      .limit(1)
  )[0]

it('finds the user regardless of case and spaces in the e-mail', async () => {
  const user = await aPerson(test.db(), { email: 'julia@example.com' })
  const result = await signInWithPassword(aPublicContext(test.db()), {
    email: ' Julia@Example.COM ',
    password: PASSWORD,
  })
  expect(result).toEqual({ ok: true, value: { userId: user.id } })
})

it('replaces a hash of an outdated cost at a sign-in, but not after a wrong password', async () => {
  const { id, email } = await aPerson(test.db(), { passwordHash: `old hash of ${PASSWORD}` })
  const stored = async () => (await test.db().select().from(users).where(eq(users.id, id)))[0]!.passwordHash
  await signInWithPassword(aPublicContext(test.db()), { email, password: 'errada' })
  expect(await stored()).toBe(`old hash of ${PASSWORD}`)
  expect((await signInWithPassword(aPublicContext(test.db()), { email, password: PASSWORD })).ok).toBe(true)
  expect(await stored()).toBe(`hash of ${PASSWORD}`)
})

it('refuses a demo user with the right password when the portal is not a demo', async () => {
  const { email } = await aPerson(test.db(), { id: HELENA.id })
  const result = await signInWithPassword(aPublicContext(test.db()), { email, password: PASSWORD })
  expect(result).toEqual({ ok: false, failure: { kind: 'invalid', code: 'auth.wrong' } })
})

it('gives the same answer for a wrong password, an unknown e-mail, a deactivated user and one without a password', async () => {
  const known = await aPerson(test.db())
  const gone = await aPerson(test.db(), { deactivatedAt: new Date() })
  const invited = await aUser(test.db())
  const tries = [
    { email: known.email, password: 'errada' },
    { email: 'ninguem@example.com', password: PASSWORD },
    { email: gone.email, password: PASSWORD },
    { email: invited.email, password: PASSWORD },
  ]
  for (const data of tries) {
    expect(await signInWithPassword(aPublicContext(test.db()), data)).toEqual({
      ok: false,
      failure: { kind: 'invalid', code: 'auth.wrong' },
    })
  }
})

it('records nothing in the history that identifies an unknown person', async () => {
  await signInWithPassword(aPublicContext(test.db()), { email: 'curioso@example.com', password: 'segredo-digitado' })
  const event = await lastEvent(test.db())
  expect(event).toMatchObject({ event: 'session.refused', subject: null })
  expect(JSON.stringify(event)).not.toMatch(/curioso|segredo/)
})

it('refuses the sixth try within a quarter of an hour, even with the right password, and says how long to wait', async () => {
  const user = await aPerson(test.db())
  const now = new Date()
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now.getTime())
  for (let i = 0; i < 5; i++)
    await signInWithPassword(aPublicContext(test.db()), { email: user.email, password: 'errada' })
  clock.mockReturnValue(later(now, 5).getTime())
  const blocked = await signInWithPassword(aPublicContext(test.db()), {
    email: user.email,
    password: PASSWORD,
  })
  expect(blocked).toEqual({ ok: false, failure: { kind: 'invalid', code: 'auth.too_many', args: { minutes: 10 } } })
  clock.mockReturnValue(later(now, 15.5).getTime())
  const open = await signInWithPassword(aPublicContext(test.db()), {
    email: user.email,
    password: PASSWORD,
  })
  clock.mockRestore()
  expect(open.ok).toBe(true)
})

it('forgets the failures of an e-mail after a success', async () => {
  const user = await aPerson(test.db())
  const enter = (password: string) =>
    signInWithPassword(aPublicContext(test.db(), { ipAddress: null }), { email: user.email, password })
  for (let i = 0; i < 4; i++) await enter('errada')
  expect((await enter(PASSWORD)).ok).toBe(true)
  for (let i = 0; i < 4; i++) await enter('errada')
  expect((await enter(PASSWORD)).ok).toBe(true)
})

describe('when somebody else fails with this e-mail from many addresses', () => {
  const fromElsewhere = async (email: string, tries: number) => {
    for (let i = 0; i < tries; i++)
      await signInWithPassword(aPublicContext(test.db(), { ipAddress: `198.51.100.${i}` }), {
        email,
        password: 'errada',
      })
  }
  const enter = (email: string, browser: KnownBrowser | null = null) =>
    signInWithPassword(aPublicContext(test.db()), { email, password: PASSWORD }, browser)

  it('delays the owner for at most half a minute instead of blocking the e-mail', async () => {
    const { email } = await aPerson(test.db())
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now())
    await fromElsewhere(email, 11)
    expect(await enter(email)).toMatchObject({ failure: { code: 'auth.too_many', args: { minutes: 1 } } })
    clock.mockReturnValue(Date.now() + 31_000)
    expect((await enter(email)).ok).toBe(true)
    clock.mockRestore()
  })

  it('lets a browser in at once that its owner has used before, but no other browser', async () => {
    const [owner, other] = [await aPerson(test.db()), await aPerson(test.db())]
    await fromElsewhere(owner.email, 40)
    expect(await enter(owner.email, withPerson(null, other.email))).toMatchObject({
      failure: { code: 'auth.too_many' },
    })
    expect((await enter(owner.email, withPerson(null, owner.email))).ok).toBe(true)
  })

  it('lets the owner in at once after a link to the mailbox has set a password', async () => {
    const { email } = await aPerson(test.db())
    await fromElsewhere(email, 40)
    await releaseEmail(test.db(), email)
    expect((await enter(email)).ok).toBe(true)
  })
})

it('limits the guesses of a known browser, whatever address it uses', async () => {
  const { email } = await aPerson(test.db())
  const browser = withPerson(null, email)
  const guess = (i: number) =>
    signInWithPassword(aPublicContext(test.db(), { ipAddress: `198.51.100.${i}` }), { email, password: 'x' }, browser)
  for (let i = 0; i < 5; i++) expect(await guess(i)).toMatchObject({ failure: { code: 'auth.wrong' } })
  expect(await guess(6)).toMatchObject({ failure: { code: 'auth.too_many' } })
})

it('counts all addresses of one IPv6 network together', async () => {
  const { email } = await aPerson(test.db())
  const guess = (i: number) =>
    signInWithPassword(aPublicContext(test.db(), { ipAddress: `2001:db8:1:2::${i}` }), { email, password: 'x' })
  for (let i = 0; i < 5; i++) await guess(i)
  expect(await guess(6)).toMatchObject({ failure: { code: 'auth.too_many' } })
})

it('limits a network address that tries many e-mails', async () => {
  const address = '198.51.100.7'
  const enter = (email: string, from: string) =>
    signInWithPassword(aPublicContext(test.db(), { ipAddress: from }), { email, password: 'x' })
  const user = await aPerson(test.db())
  for (let i = 0; i < 30; i++) await enter(`p${i}@example.com`, address)
  expect(await enter(user.email, address)).toMatchObject({ failure: { code: 'auth.too_many' } })
  expect(await enter(user.email, '198.51.100.8')).toMatchObject({ failure: { code: 'auth.wrong' } })
})

it('checks the password for at most five of fifty parallel tries', async () => {
  const db = test.pool()
  const email = `${randomUUID()}@example.com`
  const tries = Array.from({ length: 50 }, () =>
    signInWithPassword(aPublicContext(db, { ipAddress: null }), { email, password: 'x' }),
  )
  const codes = (await Promise.all(tries)).map((r) => !r.ok && 'code' in r.failure && r.failure.code)
  expect(codes.filter((code) => code === 'auth.wrong')).toHaveLength(5)
  expect(codes.filter((code) => code === 'auth.too_many')).toHaveLength(45)
})

it.each([
  ['an empty e-mail', { email: '', password: 'x' }, { email: 'required' }],
  ['a missing password', { email: 'a@b.c' }, { password: 'required' }],
  ['an unknown field', { email: 'a@b.c', password: 'x', role: 'admin' }, { _: 'invalid' }],
])('refuses %s before it counts anything', async (_name, data, fields) => {
  const before = await test.db().$count(rateLimits)
  expect(await signInWithPassword(aPublicContext(test.db()), data)).toEqual({
    ok: false,
    failure: { kind: 'invalid', fields },
  })
  expect(await test.db().$count(rateLimits)).toBe(before)
})

const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000)
