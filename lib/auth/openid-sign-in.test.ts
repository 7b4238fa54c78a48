import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { auditEvents, userIdentities, users } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import type { PublicContext } from '@/lib/kernel/context'
import { aCtx, aUser } from '@/lib/testing/builders'
import { unlinkIdentity } from '@/lib/users/commands/unlink-identity'
import { signInWithOpenId } from './openid-sign-in'

const test = useTestDatabase()

const aPublicContext = (): PublicContext => ({
  db: test.db(),
  now: new Date(),
  requestId: randomUUID(),
  locale: 'pt-BR',
  ipAddress: null,
  userAgent: null,
})
const lastEvent = async () =>
  (
    await test
      .db()
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.customerId, SYSTEM_CHAIN))
      .orderBy(desc(auditEvents.seq))
      .limit(1)
  )[0]

const ISSUER = 'https://id.example'
const EMAIL = 'oidc@example.com'
const account = (over: Record<string, unknown> = {}) => ({
  iss: ISSUER,
  sub: 'account-1',
  email: EMAIL,
  email_verified: true,
  ...over,
})
const signIn = (over: Record<string, unknown> = {}) => signInWithOpenId(aPublicContext(), account(over))
const aPerson = (over: Parameters<typeof aUser>[1] = {}) => aUser(test.db(), { email: EMAIL, ...over })
const lastRefusal = async () => JSON.parse((await lastEvent())!.details!) as unknown

it('links the account to the active user of its verified e-mail once, and records it', async () => {
  const user = await aPerson()
  expect(await signIn({ email: 'OIDC@example.com' })).toBe(user.id)
  expect(await lastEvent()).toMatchObject({
    event: 'user.identity_linked',
    subject: `user:${user.id}`,
    actorId: user.id,
  })
  const before = await lastEvent()
  expect(await signIn()).toBe(user.id)
  expect(await lastEvent()).toEqual(before)
})

it('recognises a linked account by its subject alone, whatever e-mail it has now', async () => {
  const user = await aPerson()
  const other = await aPerson({ email: 'chefe@example.com' })
  await signIn()
  expect(await signIn({ email: other.email })).toBe(user.id)
  expect(await signIn({ email: undefined, email_verified: undefined })).toBe(user.id)
})

it.each([
  ['another account that has got the e-mail', { sub: 'account-2' }, 'linked_to_other'],
  [
    'the same subject of another issuer with another e-mail',
    { iss: 'https://evil.example', email: 'x@y.example' },
    'unknown',
  ],
  ['an account that differs in case', { sub: 'ACCOUNT-1' }, 'linked_to_other'],
  ['no subject', { sub: undefined }, 'no_subject'],
  ['an empty subject', { sub: '' }, 'no_subject'],
  ['no issuer', { iss: undefined }, 'no_subject'],
])('refuses %s after the link, and records it', async (_case, over, reason) => {
  await aPerson()
  await signIn()
  expect(await signIn(over)).toBeNull()
  expect(await lastRefusal()).toEqual({ reason, method: 'oidc' })
})

it.each([
  ['an e-mail that is not verified', { email_verified: undefined }, 'email_not_verified'],
  ['an e-mail verified in text only', { email_verified: 'true' }, 'email_not_verified'],
  ['an unknown e-mail', { email: 'outra@example.com' }, 'unknown'],
  ['no e-mail', { email: undefined }, 'email_not_verified'],
])('does not link %s, and records the refusal', async (_case, over, reason) => {
  await aPerson()
  expect(await signIn(over)).toBeNull()
  expect(await lastRefusal()).toEqual({ reason, method: 'oidc' })
  expect(await test.db().$count(userIdentities)).toBe(0)
})

it('refuses a deactivated user before and after the link', async () => {
  const user = await aPerson()
  const deactivatedAt = new Date()
  await test.db().update(users).set({ deactivatedAt }).where(eq(users.id, user.id))
  expect(await signIn()).toBeNull()
  await test.db().update(users).set({ deactivatedAt: null }).where(eq(users.id, user.id))
  await signIn()
  await test.db().update(users).set({ deactivatedAt }).where(eq(users.id, user.id))
  expect(await signIn()).toBeNull()
  expect(await lastRefusal()).toEqual({ reason: 'deactivated', method: 'oidc' })
})

it('links one of two accounts that claim the same e-mail at the same time', async () => {
  const db = test.pool()
  const { email } = await aUser(db)
  const claim = (sub: string) =>
    signInWithOpenId({ ...aPublicContext(), db }, account({ sub, email, iss: `https://${randomUUID()}.example` }))
  const same = `https://${randomUUID()}.example`
  const results = await Promise.all(
    ['a', 'b', 'a', 'b'].map((sub) =>
      signInWithOpenId({ ...aPublicContext(), db }, account({ sub, email, iss: same })),
    ),
  )
  expect(results.filter(Boolean)).toHaveLength(2)
  expect(await claim('a')).not.toBeNull()
})

it('lets an administrator remove the link, so that a new account can be linked', async () => {
  const user = await aPerson()
  await signIn()
  const admin = await aCtx(test.db(), 'admin')
  expect((await unlinkIdentity(admin, { userId: user.id })).ok).toBe(true)
  expect(await lastEvent()).toMatchObject({ event: 'user.identity_unlinked', actorId: admin.viewer.userId })
  expect(await signIn({ sub: 'account-2' })).toBe(user.id)
  expect(await unlinkIdentity(await aCtx(test.db(), 'manager'), { userId: user.id })).toMatchObject({ ok: false })
  expect(await signIn({ sub: 'account-2' })).toBe(user.id)
})
