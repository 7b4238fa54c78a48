import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { auditEvents, recoveryCodes, users, userSecondFactors } from '@/db/schema'
import type { Primary } from '@/db/handles'
import type { PublicContext } from '@/lib/kernel/context'
import { aCtx, aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { removeSecondFactor } from '@/lib/users/commands/remove-second-factor'
import { withPerson } from '../known-browser'
import { confirmFactor, getSecondFactor, prepareFactor, preparedSecret } from './factor'
import { pendingOf, signInWithCode } from './sign-in'

jest.setTimeout(30_000)
const test = useTestDatabase()
const START = new Date('2026-05-01T10:00:00Z')
const seconds = (n: number) => new Date(START.getTime() + n * 1000)

/** What the app of the user shows at a moment. */
const codeAt = (secret: string, now: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })

const aPublicContext = (db: Primary, now: Date, ipAddress: string | null = null): PublicContext => ({
  db,
  now,
  requestId: randomUUID(),
  locale: 'pt-BR',
  ipAddress,
  userAgent: null,
})

async function aProtected(db = test.db()) {
  const user = await aUser(db, { passwordHash: 'hash' })
  await prepareFactor(db, { userId: user.id, now: START })
  const secret = (await preparedSecret(db, user.id))!
  const recovery = (await confirmFactor(db, { userId: user.id, now: START }, codeAt(secret, START)))!
  const pending = await pendingOf(db, user.id)
  const enter = (code: string, now: Date, ip: string | null = null) =>
    signInWithCode(aPublicContext(db, now, ip), pending, { code }, null)
  return { user, secret, recovery, pending, enter }
}

it('asks for a code only after the app has shown a right one', async () => {
  const user = await aUser(test.db(), { passwordHash: 'hash' })
  await prepareFactor(test.db(), { userId: user.id, now: START })
  expect(await pendingOf(test.db(), user.id)).toBeNull()
  expect(await confirmFactor(test.db(), { userId: user.id, now: START }, '000000')).toBeNull()
  expect(await pendingOf(test.db(), user.id)).toBeNull()
  const secret = (await preparedSecret(test.db(), user.id))!
  expect(await confirmFactor(test.db(), { userId: user.id, now: START }, codeAt(secret, START))).toHaveLength(10)
  expect(await pendingOf(test.db(), user.id)).toMatchObject({ userId: user.id })
})

it('accepts the code of the app with a space, and of a clock that is 30 seconds off', async () => {
  const { user, secret, enter } = await aProtected()
  const code = codeAt(secret, seconds(60))
  expect(await enter(`${code.slice(0, 3)} ${code.slice(3)}`, seconds(60))).toEqual({
    ok: true,
    value: { userId: user.id },
  })
  expect((await enter(codeAt(secret, seconds(120)), seconds(90))).ok).toBe(true)
  expect((await enter(codeAt(secret, seconds(300)), seconds(400))).ok).toBe(false)
})

it('refuses a code that was used before, and every earlier one', async () => {
  const { secret, enter } = await aProtected()
  expect((await enter(codeAt(secret, START), START)).ok).toBe(false)
  const code = codeAt(secret, seconds(90))
  expect((await enter(code, seconds(90))).ok).toBe(true)
  expect(await enter(code, seconds(95))).toMatchObject({ failure: { code: 'auth.wrong_code' } })
  expect((await enter(codeAt(secret, seconds(60)), seconds(90))).ok).toBe(false)
})

it('accepts one of many parallel requests with the same code', async () => {
  const { secret, recovery, enter } = await aProtected(test.pool())
  const code = codeAt(secret, seconds(90))
  const [app, spare] = await Promise.all(
    [code, recovery[0]!].map((one) =>
      Promise.all(Array.from({ length: 4 }, (_, i) => enter(one, seconds(90), `203.0.113.${i}`))),
    ),
  )
  expect(app!.filter(({ ok }) => ok)).toHaveLength(1)
  expect(spare!.filter(({ ok }) => ok)).toHaveLength(1)
})

it('accepts each recovery code once, in any case and with or without the hyphen, and records it', async () => {
  const { user, recovery, enter } = await aProtected()
  const [first] = recovery
  expect((await enter(first!.toUpperCase().replace('-', ' '), START)).ok).toBe(true)
  expect((await enter(first!, START)).ok).toBe(false)
  expect((await getSecondFactor(test.db(), user.id))?.codesLeft).toBe(9)
  const events = await test
    .db()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subject, `user:${user.id}`))
    .orderBy(desc(auditEvents.seq))
  expect(events.map(({ event }) => event)).toEqual(['session.refused', 'user.recovery_code_used'])
})

it('stores neither the secret nor a recovery code in clear', async () => {
  const { user, secret, recovery } = await aProtected()
  const [factor] = await test.db().select().from(userSecondFactors).where(eq(userSecondFactors.userId, user.id))
  const codes = await test.db().select().from(recoveryCodes).where(eq(recoveryCodes.userId, user.id))
  const stored = Buffer.concat([factor!.secret, ...codes.map(({ codeHash }) => codeHash)])
  expect(stored.includes(secret)).toBe(false)
  for (const code of recovery) expect(stored.includes(code)).toBe(false)
})

it('limits guesses from one place, and from everywhere in a day, but not in a browser of the owner', async () => {
  const { user, secret, pending, enter } = await aProtected()
  for (let i = 0; i < 5; i++)
    expect(await enter('000000', START, '203.0.113.1')).toMatchObject({ failure: { code: 'auth.wrong_code' } })
  expect(await enter(codeAt(secret, seconds(90)), seconds(90), '203.0.113.1')).toMatchObject({
    failure: { code: 'auth.too_many' },
  })
  for (let i = 0; i < 25; i++) await enter('000000', START, `203.0.113.${10 + i}`)
  expect(await enter('000000', START, '203.0.113.99')).toMatchObject({ failure: { code: 'auth.too_many' } })
  const own = await signInWithCode(
    aPublicContext(test.db(), seconds(90)),
    pending,
    { code: codeAt(secret, seconds(90)) },
    withPerson(null, user.email),
  )
  expect(own.ok).toBe(true)
})

it.each([
  ['there is no pending sign-in', async () => null],
  [
    'the password has changed since',
    async ({ user, pending }: Awaited<ReturnType<typeof aProtected>>) => {
      await test.db().update(users).set({ passwordHash: 'another' }).where(eq(users.id, user.id))
      return pending
    },
  ],
  [
    'the user was deactivated',
    async ({ user, pending }: Awaited<ReturnType<typeof aProtected>>) => {
      await test.db().update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, user.id))
      return pending
    },
  ],
])('asks for the password again when %s', async (_case, prepare) => {
  const factor = await aProtected()
  const pending = await prepare(factor)
  const code = codeAt(factor.secret, seconds(90))
  expect(await signInWithCode(aPublicContext(test.db(), seconds(90)), pending, { code })).toMatchObject({
    failure: { code: 'auth.sign_in_again' },
  })
})

it('keeps a confirmed secret when somebody starts again', async () => {
  const { user, secret, enter } = await aProtected()
  expect(await prepareFactor(test.db(), { userId: user.id, now: START })).toBe(false)
  expect((await enter(codeAt(secret, seconds(90)), seconds(90))).ok).toBe(true)
})

it('is removed by an administrator, which the history records, and by nobody else', async () => {
  const { user } = await aProtected()
  expect((await removeSecondFactor(await aCtx(test.db(), 'manager'), { userId: user.id })).ok).toBe(false)
  expect(await pendingOf(test.db(), user.id)).not.toBeNull()
  const admin = await aCtx(test.db(), 'admin')
  expect((await removeSecondFactor(admin, { userId: user.id })).ok).toBe(true)
  expect(await pendingOf(test.db(), user.id)).toBeNull()
  expect(await test.db().$count(recoveryCodes, eq(recoveryCodes.userId, user.id))).toBe(0)
  const [event] = await test
    .db()
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subject, `user:${user.id}`))
  expect(event).toMatchObject({ event: 'user.second_factor_removed', actorId: admin.viewer.userId })
})
