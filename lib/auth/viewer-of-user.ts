import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { stores, users, userStores } from '@/db/schema'
import { newId } from '@/lib/kernel/ids'
import { viewerOf, type Scope, type Viewer } from './viewer'

/** An active user as the viewer of a job they started: what they may do now, in a session of its own. Null when deactivated. */
export async function viewerOfUser(userId: string, db: Db): Promise<Viewer | null> {
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
  if (!user) return null
  const theirs = await db
    .select({ id: stores.id, name: stores.name })
    .from(userStores)
    .innerJoin(stores, eq(stores.id, userStores.storeId))
    .where(eq(userStores.userId, userId))
  const scope: Scope =
    user.scope === 'stores' ? { kind: 'stores', storeIds: theirs.map((s) => s.id) } : { kind: user.scope }
  const { name, email, role, locale } = user
  return viewerOf({
    userId,
    sessionId: newId(),
    name,
    email,
    role,
    locale,
    scope,
    storeNames: theirs.map((s) => s.name),
  })
}
