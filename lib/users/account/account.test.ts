import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { users } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { startSession } from '@/lib/auth/sessions'
import { viewerOfSession } from '@/lib/access/session'
import { aCtx, aUser } from '@/lib/testing/builders'
import { listOwnSessions } from '../queries'
import { changeOwnAccount } from './change-own'
import { changeOwnPassword } from './change-password'
import { endOwnSession } from './end-session'

jest.mock('../../auth/passwords', () => ({
  hashPassword: async (password: string) => `hash of ${password}`,
  verifyPassword: async (password: string, stored: string | null) => stored === `hash of ${password}`,
}))

jest.setTimeout(30_000)
const test = useTestDatabase()
const OLD = 'a senha de antes'
const NEW = 'a senha de agora'

async function signedIn(db: Primary) {
  const user = await aUser(db, { passwordHash: `hash of ${OLD}` })
  const publicCtx = {
    db,
    now: new Date(),
    requestId: randomUUID(),
    locale: 'pt-BR' as const,
    ipAddress: null,
    userAgent: null,
  }
  const [here, elsewhere] = [
    await startSession(publicCtx, user.id, 'password'),
    await startSession(publicCtx, user.id, 'password'),
  ]
  const viewer = await viewerOfSession(here, db)
  return { ctx: { db, viewer: viewer!, requestId: publicCtx.requestId, now: new Date() }, here, elsewhere, user }
}

it('changes language at once', async () => {
  const { ctx, here } = await signedIn(test.db())
  await changeOwnAccount(ctx, { name: ctx.viewer.name, locale: 'es' })
  expect((await viewerOfSession(here, test.db()))?.locale).toBe('es')
})

it('cannot change one’s own role', async () => {
  const { ctx } = await signedIn(test.db())
  expect(await changeOwnAccount(ctx, { name: 'X', locale: 'es', role: 'admin' })).toMatchObject({
    failure: { kind: 'invalid' },
  })
})

it('changes the password after checking the current one, and ends the other sessions', async () => {
  const { ctx, here, elsewhere, user } = await signedIn(test.db())
  expect(await changeOwnPassword(ctx, { current: OLD, password: NEW, again: NEW })).toEqual({
    ok: true,
    value: { endedSessions: 1 },
  })
  const [row] = await test.db().select().from(users).where(eq(users.id, user.id))
  expect(row!.passwordHash).toBe(`hash of ${NEW}`)
  expect(await viewerOfSession(here, test.db())).not.toBeNull()
  expect(await viewerOfSession(elsewhere, test.db())).toBeNull()
})

it('refuses a common new password, and keeps the other sessions', async () => {
  const { ctx, elsewhere } = await signedIn(test.db())
  expect(await changeOwnPassword(ctx, { current: OLD, password: 'password123', again: 'password123' })).toMatchObject({
    failure: { fields: { password: 'users.password_common' } },
  })
  expect(await viewerOfSession(elsewhere, test.db())).not.toBeNull()
})

it('limits password guesses from an open session, and changes nothing', async () => {
  const { ctx, user } = await signedIn(test.db())
  const guess = () => changeOwnPassword(ctx, { current: 'um palpite', password: NEW, again: NEW })
  for (let i = 0; i < 5; i++)
    expect(await guess()).toEqual({
      ok: false,
      failure: { kind: 'invalid', fields: { current: 'users.password_wrong' } },
    })
  expect(await guess()).toMatchObject({ failure: { code: 'auth.too_many' } })
  const [row] = await test.db().select().from(users).where(eq(users.id, user.id))
  expect(row!.passwordHash).toBe(user.passwordHash)
})

it('ends another of one’s own sessions, but not another user’s', async () => {
  const { ctx, here, elsewhere } = await signedIn(test.db())
  expect((await endOwnSession(ctx, { sessionId: elsewhere })).ok).toBe(true)
  expect((await listOwnSessions(ctx)).map((s) => s.id)).toEqual([here])
  expect(await endOwnSession(await aCtx(test.db(), 'admin'), { sessionId: here })).toEqual({
    ok: false,
    failure: { kind: 'not_found' },
  })
})
