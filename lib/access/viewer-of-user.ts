import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { stores, users, userStores } from '@/db/schema'
import { env } from '@/lib/env'
import type { Role } from './permissions'
import { newId } from '@/lib/values/ids'
import { viewerOf, type Scope, type Viewer } from './viewer'

/** The stores of a selected user, by name. `users.id` is written as text because drizzle omits the table in a select from one table. */
export const storesOfUser = sql<
  { id: string; name: string }[]
>`coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name) order by s.name)
  from ${userStores} us join ${stores} s on s.id = us.store_id where us.user_id = users.id), '[]')`

/** The columns that `viewerOfRow` needs. */
export const viewerColumns = { user: users, stores: storesOfUser }

type Row = { user: typeof users.$inferSelect; stores: { id: string; name: string }[] }

/** Somebody without a password signs in through the OpenID provider, which has a second factor of its own. */
const isRequired = (role: Role) =>
  env().SECOND_FACTOR === 'everybody' || (env().SECOND_FACTOR === 'admins' && role === 'admin')

export function viewerOfRow({ user, stores: theirs }: Row, sessionId: string, hasSecondFactor = true): Viewer {
  const { id, name, email, role, locale } = user
  const needsSecondFactor = user.passwordHash !== null && isRequired(role)
  const scope: Scope =
    user.scope === 'stores' ? { kind: 'stores', storeIds: theirs.map((s) => s.id) } : { kind: user.scope }
  return viewerOf({
    userId: id,
    sessionId,
    name,
    email,
    role,
    locale,
    scope,
    storeNames: theirs.map((s) => s.name),
    needsSecondFactor,
    lacksSecondFactor: needsSecondFactor && !hasSecondFactor,
  })
}

/** An active user as the viewer of a job that they started, with today's permissions and a session id of its own. Null when deactivated. */
export async function viewerOfUser(id: string, db: Primary): Promise<Viewer | null> {
  const [row] = await db
    .select(viewerColumns)
    .from(users)
    .where(and(eq(users.id, id), isNull(users.deactivatedAt)))
  return row ? viewerOfRow(row, newId()) : null
}
