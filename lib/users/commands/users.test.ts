import { randomUUID } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents, invitations, sessions, users } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import { viewerOfSession } from '@/lib/access/session'
import { startSession } from '@/lib/auth/sessions'
import type { PublicContext } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { aCtx, aStore, aUser } from '@/lib/testing/builders'
import { acceptInvitation, invitedBy } from '../accept-invitation'
import { getUser, listUsers } from '../queries'
import { changeUser } from './change'
import { deactivateUser } from './deactivate'
import { inviteUser } from './invite'
import { reactivateUser } from './reactivate'
import { reinviteUser } from './reinvite'

jest.mock('../../auth/passwords', () => ({
  hashPassword: async (password: string) => `hash of ${password.length}`,
  verifyPassword: async () => true,
}))

jest.setTimeout(30_000)
const test = useTestDatabase()
const aPublicContext = (db: Primary, now = new Date()): PublicContext => ({
  db,
  now,
  requestId: randomUUID(),
  locale: 'pt-BR',
  ipAddress: null,
  userAgent: null,
})
const person = (over = {}) => ({
  name: 'Bia Nunes',
  email: `${randomUUID()}@example.com`,
  role: 'seller',
  scope: 'all',
  locale: 'pt-BR',
  ...over,
})
const access = (over = {}) => ({
  name: 'Júlia Ramos',
  role: 'agent',
  scope: 'all',
  locale: 'pt-BR',
  storeIds: [],
  ...over,
})
const lastEvent = async (db: Primary) =>
  (
    await db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.customerId, SYSTEM_CHAIN))
      .orderBy(desc(auditEvents.seq))
      .limit(1)
  )[0]
const liveSessions = (db: Primary, userId: string) =>
  db.$count(sessions, and(eq(sessions.userId, userId), isNull(sessions.endedAt)))

async function invited() {
  const ctx = await aCtx(test.db(), 'admin')
  const result = await inviteUser(ctx, person())
  if (!result.ok) throw new Error('not invited')
  return { ctx, ...result.value }
}

describe('inviting', () => {
  it('creates a user without a password, and a link of which only the hash is stored', async () => {
    const { ctx, userId, token } = await invited()
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await getUser(ctx, userId)).toMatchObject({
      name: 'Bia Nunes',
      role: 'seller',
      hasPassword: false,
      lastSignInAt: null,
    })
    const [row] = await test.db().select().from(invitations).where(eq(invitations.userId, userId))
    expect(JSON.stringify(row)).not.toContain(token)
    expect((await invitedBy(aPublicContext(test.db()), token))?.userId).toBe(userId)
  })

  it.each([
    ['an e-mail that is taken', { email: 'taken@example.com' }, { email: 'users.email_taken' }],
    ['an e-mail without a form', { email: 'bia' }, { email: 'users.bad_email' }],
    ['a role that is none', { role: 'root' }, { role: 'invalid' }],
    ['stores as reach without a store', { scope: 'stores' }, { scope: 'users.store_missing' }],
    ['a store that is none', { scope: 'stores', storeIds: [newId()] }, { scope: 'users.store_missing' }],
  ])('refuses %s and leaves nothing behind', async (_name, over, fields) => {
    const ctx = await aCtx(test.db(), 'admin')
    await aUser(test.db(), { email: 'taken@example.com' })
    const before = await test.db().$count(users)
    expect(await inviteUser(ctx, person(over))).toEqual({ ok: false, failure: { kind: 'invalid', fields } })
    expect(await test.db().$count(users)).toBe(before)
    expect((await lastEvent(test.db()))?.requestId).not.toBe(ctx.requestId)
  })

  it('needs the permission to manage users', async () => {
    const ctx = await aCtx(test.db(), 'manager')
    expect(await inviteUser(ctx, person())).toEqual({ ok: false, failure: { kind: 'forbidden' } })
    await expect(listUsers(ctx)).rejects.toThrow('users.manage')
  })
})

describe('accepting an invitation', () => {
  const accept = (token: string, over = {}, now?: Date) =>
    acceptInvitation(aPublicContext(test.db(), now), {
      token,
      password: 'uma senha longa',
      again: 'uma senha longa',
      ...over,
    })

  it('sets the password once', async () => {
    const { ctx, userId, token } = await invited()
    expect((await accept(token)).ok).toBe(true)
    expect((await getUser(ctx, userId))?.hasPassword).toBe(true)
    expect(await lastEvent(test.db())).toMatchObject({ event: 'user.password_set', actorId: userId })
    expect(await accept(token)).toMatchObject({ failure: { code: 'users.link_unusable' } })
  })

  it.each([
    ['a short password', { password: 'curta', again: 'curta' }, { password: 'users.password_short' }],
    ['two that differ', { again: 'outra senha longa' }, { again: 'users.password_differs' }],
  ])('refuses %s, and the link stays usable', async (_name, over, fields) => {
    const { token } = await invited()
    expect(await accept(token, over)).toEqual({ ok: false, failure: { kind: 'invalid', fields } })
    expect((await accept(token)).ok).toBe(true)
  })

  it.each([
    ['a common password', 'Senha12345', 'users.password_common'],
    ['the company’s name', 'no retrato tudo azul', 'users.password_personal'],
  ])('refuses %s, and the link stays usable', async (_name, password, code) => {
    const { token } = await invited()
    expect(await accept(token, { password, again: password })).toMatchObject({
      failure: { fields: { password: code } },
    })
    expect((await accept(token)).ok).toBe(true)
  })

  it('refuses a link after seven days', async () => {
    const { token } = await invited()
    expect(await accept(token, {}, new Date(Date.now() + 7 * 24 * 3600_000 + 1000))).toMatchObject({
      failure: { code: 'users.link_unusable' },
    })
  })

  it('refuses an older link after a newer one was issued, and any link of a deactivated user', async () => {
    const { ctx, userId, token } = await invited()
    const again = await reinviteUser(ctx, { userId })
    if (!again.ok) throw new Error('not invited again')
    expect(await accept(token)).toMatchObject({ failure: { code: 'users.link_unusable' } })
    await deactivateUser(ctx, { userId })
    expect(await accept(again.value.token)).toMatchObject({ failure: { code: 'users.link_unusable' } })
    expect(await reinviteUser(ctx, { userId })).toMatchObject({ failure: { code: 'users.deactivated' } })
  })

  it('ends the sessions that were opened with the old password', async () => {
    const { userId, token } = await invited()
    await startSession(aPublicContext(test.db()), userId, 'password')
    await accept(token)
    expect(await liveSessions(test.db(), userId)).toBe(0)
  })

  it('accepts one of two requests that use a link at the same time', async () => {
    const db = test.pool()
    const result = await inviteUser(await aCtx(db, 'admin'), person())
    if (!result.ok) throw new Error('not invited')
    const data = { token: result.value.token, password: 'uma senha longa', again: 'uma senha longa' }
    const both = await Promise.all([
      acceptInvitation(aPublicContext(db), data),
      acceptInvitation(aPublicContext(db), data),
    ])
    expect(both.filter((r) => r.ok)).toHaveLength(1)
  })
})

describe('changing a user', () => {
  it('records the old and new values in the history, and no others', async () => {
    const ctx = await aCtx(test.db(), 'admin')
    const store = await aStore(test.db())
    const user = await aUser(test.db())
    await changeUser(ctx, {
      userId: user.id,
      version: 1,
      ...access({ role: 'seller', scope: 'stores', storeIds: [store.id] }),
    })
    const event = await lastEvent(test.db())
    expect(event).toMatchObject({ event: 'user.changed', subject: `user:${user.id}` })
    expect(JSON.parse(event!.details!)).toEqual({
      before: { role: 'agent', scope: 'all', storeIds: [] },
      after: { role: 'seller', scope: 'stores', storeIds: [store.id] },
    })
  })

  it.each([
    ['role', { role: 'viewer' }, 0],
    ['reach', { scope: 'own' }, 0],
    ['name', { name: 'Júlia R. Ramos' }, 1],
    ['nothing', {}, 1],
  ])('of %s leaves as many live sessions as it should', async (_what, over, live) => {
    const ctx = await aCtx(test.db(), 'admin')
    const user = await aUser(test.db())
    const sessionId = await startSession(aPublicContext(test.db()), user.id, 'password')
    await changeUser(ctx, { userId: user.id, version: 1, ...access(over) })
    expect(await liveSessions(test.db(), user.id)).toBe(live)
    expect(Boolean(await viewerOfSession(sessionId, test.db()))).toBe(Boolean(live))
  })

  it('refuses with the current values when somebody saved in between', async () => {
    const ctx = await aCtx(test.db(), 'admin')
    const user = await aUser(test.db())
    expect(await changeUser(ctx, { userId: user.id, version: 1, ...access({ role: 'seller' }) })).toMatchObject({
      ok: true,
    })
    const late = await changeUser(ctx, { userId: user.id, version: 1, ...access({ role: 'admin' }) })
    expect(late).toMatchObject({
      ok: false,
      failure: { kind: 'conflict', code: 'stale', current: { role: 'seller', version: '2' } },
    })
    const [row] = await test.db().select().from(users).where(eq(users.id, user.id))
    expect(row).toMatchObject({ role: 'seller', version: 2 })
  })

  it('reports an unknown user as not found', async () => {
    expect(await changeUser(await aCtx(test.db(), 'admin'), { userId: newId(), version: 1, ...access() })).toEqual({
      ok: false,
      failure: { kind: 'not_found' },
    })
  })
})

describe('deactivating', () => {
  it('ends the sessions at once, and reactivating allows sign-in again', async () => {
    const ctx = await aCtx(test.db(), 'admin')
    const user = await aUser(test.db())
    const sessionId = await startSession(aPublicContext(test.db()), user.id, 'password')
    expect((await deactivateUser(ctx, { userId: user.id })).ok).toBe(true)
    expect(await viewerOfSession(sessionId, test.db())).toBeNull()
    await reactivateUser(ctx, { userId: user.id })
    expect((await getUser(ctx, user.id))?.deactivatedAt).toBeNull()
    expect(await viewerOfSession(sessionId, test.db())).toBeNull()
  })

  it('refuses to deactivate oneself', async () => {
    const ctx = await aCtx(test.db(), 'admin')
    await aUser(test.db(), { role: 'admin' })
    expect(await deactivateUser(ctx, { userId: ctx.viewer.userId })).toMatchObject({
      failure: { code: 'users.yourself' },
    })
  })
})

describe('the last admin', () => {
  const soloAdmin = async () => {
    await test.db().update(users).set({ deactivatedAt: new Date() }).where(eq(users.role, 'admin'))
    return aCtx(test.db(), 'admin')
  }

  it('cannot be demoted, or deactivated by an admin who was just demoted', async () => {
    const ctx = await soloAdmin()
    const userId = ctx.viewer.userId
    expect(await changeUser(ctx, { userId, version: 1, ...access() })).toEqual({
      ok: false,
      failure: { kind: 'invalid', fields: { role: 'users.last_admin' } },
    })
    const stale = { ...(await aCtx(test.db(), 'manager')), viewer: { ...ctx.viewer, userId: newId() } }
    expect(await deactivateUser(stale, { userId })).toMatchObject({ failure: { code: 'users.last_admin' } })
  })

  it('remains when two admins demote each other at the same time', async () => {
    const db = test.pool()
    await db.update(users).set({ deactivatedAt: new Date() }).where(eq(users.role, 'admin'))
    const [ana, ivo] = [await aCtx(db, 'admin'), await aCtx(db, 'admin')]
    const results = await Promise.all([
      changeUser(ana, { userId: ivo.viewer.userId, version: 1, ...access() }),
      changeUser(ivo, { userId: ana.viewer.userId, version: 1, ...access() }),
      deactivateUser(ana, { userId: ivo.viewer.userId }),
      deactivateUser(ivo, { userId: ana.viewer.userId }),
    ])
    expect(results.some((r) => r.ok)).toBe(true)
    expect(await db.$count(users, and(eq(users.role, 'admin'), isNull(users.deactivatedAt)))).toBe(1)
  })
})

it('lists the stores and the last sign-in of each user', async () => {
  const ctx = await aCtx(test.db(), 'admin')
  const store = await aStore(test.db(), { name: 'Loja Savassi' })
  const user = await aUser(test.db())
  await changeUser(ctx, { userId: user.id, version: 1, ...access({ scope: 'stores', storeIds: [store.id] }) })
  await startSession(aPublicContext(test.db(), new Date('2026-05-01T10:00:00Z')), user.id, 'password')
  await startSession(aPublicContext(test.db(), new Date('2026-05-02T10:00:00Z')), user.id, 'password')
  const listed = (await listUsers(ctx)).find((u) => u.id === user.id)
  expect(listed).toMatchObject({
    stores: [{ id: store.id, name: 'Loja Savassi' }],
    lastSignInAt: new Date('2026-05-02T10:00:00Z'),
  })
  expect(await getUser(ctx, ctx.viewer.userId)).toMatchObject({ stores: [], lastSignInAt: null })
})

it('never lists a password hash', async () => {
  const ctx = await aCtx(test.db(), 'admin')
  await aUser(test.db(), { passwordHash: 'scrypt$secret' })
  expect(JSON.stringify(await listUsers(ctx))).not.toContain('scrypt$')
})
