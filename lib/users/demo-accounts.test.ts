import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { aUser } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { demoAccountsFault } from './demo-accounts'

const { db } = useTestDatabase()

const LOCAL = { host: '127.0.0.1', appUrl: 'http://localhost:3000', isDemo: false }
const helena = () => aUser(db(), { id: HELENA.id, email: HELENA.email, passwordHash: 'a hash' })

it.each([
  ['this machine alone', LOCAL, false],
  ['this machine over IPv6', { ...LOCAL, host: '::1', appUrl: 'http://[::1]:3000' }, false],
  ['all addresses', { ...LOCAL, host: '0.0.0.0' }, true],
  ['all IPv6 addresses', { ...LOCAL, host: '::' }, true],
  ['a public address through a proxy', { ...LOCAL, appUrl: 'https://retrato.example' }, true],
  ['a name that only begins like this machine', { ...LOCAL, appUrl: 'https://localhost.example' }, true],
])('with a demo user, refuses to serve %s only when others can reach it', async (_title, where, isRefused) => {
  await helena()
  expect((await demoAccountsFault(db(), where)) !== null).toBe(isRefused)
})

it('serves everybody when the database has no demo user who can sign in', async () => {
  const exposed = { ...LOCAL, host: '0.0.0.0' }
  await aUser(db(), { passwordHash: 'a hash' })
  expect(await demoAccountsFault(db(), exposed)).toBeNull()
  await helena()
  await db().update(users).set({ deactivatedAt: new Date() }).where(eq(users.id, HELENA.id))
  expect(await demoAccountsFault(db(), exposed)).toBeNull()
})

it('refuses a demo that others can reach before it asks the database', async () => {
  const demo = { ...LOCAL, isDemo: true }
  expect(await demoAccountsFault(db(), demo)).toBeNull()
  expect(await demoAccountsFault(db(), { ...demo, host: '0.0.0.0' })).toMatch(/published password/)
})
