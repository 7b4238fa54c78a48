import { randomUUID } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import type { PublicContext } from '@/lib/kernel/context'
import { aUser } from '@/lib/testing/builders'
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

it('finds the active user of a verified e-mail', async () => {
  const user = await aUser(test.db(), { email: 'oidc@example.com' })
  expect(await signInWithOpenId(aPublicContext(), { email: 'OIDC@example.com', email_verified: true })).toBe(user.id)
})

it.each([
  ['an e-mail that is not verified', { email: 'oidc@example.com' }],
  ['an e-mail verified in text only', { email: 'oidc@example.com', email_verified: 'true' }],
  ['an unknown e-mail', { email: 'outra@example.com', email_verified: true }],
  ['no e-mail', { email_verified: true }],
])('refuses %s, and records it in the history', async (_name, profile) => {
  await aUser(test.db(), { email: 'oidc@example.com' })
  expect(await signInWithOpenId(aPublicContext(), profile)).toBeNull()
  expect((await lastEvent())?.event).toBe('session.refused')
})

it('refuses a deactivated user', async () => {
  await aUser(test.db(), { email: 'oidc@example.com', deactivatedAt: new Date() })
  expect(await signInWithOpenId(aPublicContext(), { email: 'oidc@example.com', email_verified: true })).toBeNull()
})
