import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { invitations, sessions, stores, users } from '@/db/schema'
import { isLiveSession } from '@/lib/access/live-session'
import { linkedSince } from '@/lib/auth/identities'
import { storesOfUser } from '@/lib/access/viewer-of-user'
import { getSecondFactor } from '@/lib/auth/second-factor/factor'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'

const USERS_MAX = 500

const columns = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  scope: users.scope,
  locale: users.locale,
  deactivatedAt: users.deactivatedAt,
  version: users.version,
  hasPassword: sql<boolean>`${users.passwordHash} is not null`,
  stores: storesOfUser,
  lastSignInAt: sql`(select max(s.created_at) from ${sessions} s where s.user_id = users.id)`.mapWith(
    sessions.createdAt,
  ),
}

/** All users, active ones first, then by name, at most 500. Never includes the password hash. */
export const listUsers = query('users.manage', (ctx) =>
  ctx.db
    .select(columns)
    .from(users)
    .orderBy(sql`${users.deactivatedAt} is not null`, asc(users.name), asc(users.id))
    .limit(USERS_MAX),
)

export type ListedUser = Awaited<ReturnType<typeof listUsers>>[number]

/** One user with their unused invitation link, if there is one; null when absent. */
export const getUser = query('users.manage', async (ctx, id: string | undefined) => {
  if (!isUuid(id)) return null
  const [user] = await ctx.db.select(columns).from(users).where(eq(users.id, id))
  if (!user) return null
  const waiting = and(
    eq(invitations.userId, id),
    eq(invitations.purpose, 'invitation'),
    isNull(invitations.usedAt),
    gt(invitations.expiresAt, ctx.now),
  )
  const [link] = await ctx.db
    .select({ expiresAt: invitations.expiresAt })
    .from(invitations)
    .where(waiting)
    .orderBy(desc(invitations.expiresAt))
    .limit(1)
  return {
    ...user,
    linkExpiresAt: link?.expiresAt ?? null,
    openIdSince: await linkedSince(ctx.db, id),
    secondFactor: await getSecondFactor(ctx.db, id),
  }
})

/** All stores by name, at most 500. */
export const listAllStores = query('users.manage', (ctx) =>
  ctx.db.select({ id: stores.id, name: stores.name }).from(stores).orderBy(asc(stores.name)).limit(USERS_MAX),
)

/** The viewer's own live sessions, newest first, at most 50. */
export function listOwnSessions(ctx: Ctx) {
  const live = and(eq(sessions.userId, ctx.viewer.userId), isLiveSession())
  return ctx.db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(live)
    .orderBy(desc(sessions.createdAt))
    .limit(50)
}
