import { eq } from 'drizzle-orm'
import { users } from '@/db/schema'
import { endSessionsOf } from '@/lib/auth/sessions'
import { succeed } from '@/lib/kernel/command'
import { conflict, invalid } from '@/lib/kernel/result'
import { userChange } from '../schema'
import { allStoresExist, isLastAdmin, setStores, type User } from '../user'
import { userCommand } from '../user-command'

const ACCESS = ['role', 'scope', 'storeIds'] as const
const KEYS = ['name', 'locale', ...ACCESS] as const

/**
 * Changes a user's name, language, role and scope. A change of role or scope ends their sessions at once.
 * Refusals: `conflict` with the current values when somebody saved in between; `users.last_admin`, `users.store_missing`.
 */
export const changeUser = userCommand({
  event: 'user.changed',
  input: userChange,
  run: async (ctx, locked, { userId, version, ...next }) => {
    const { user } = locked
    if (version !== user.version) return conflict('stale', currentOf(user))
    if (next.role !== 'admin' && isLastAdmin(locked)) return invalid({ role: 'users.last_admin' })
    if (!(await allStoresExist(ctx, next.storeIds))) return invalid({ scope: 'users.store_missing' })
    const changed = KEYS.filter((key) => !same(user[key], next[key]))
    if (!changed.length) return succeed({ userId })
    const { storeIds, ...columns } = next
    await ctx.db
      .update(users)
      .set({ ...columns, version: version + 1 })
      .where(eq(users.id, userId))
    await setStores(ctx, userId, storeIds)
    if (ACCESS.some((key) => changed.includes(key)))
      await endSessionsOf(ctx.db, userId, { at: ctx.now, reason: 'access_changed' })
    const pick = (from: Pick<User, (typeof KEYS)[number]>) => Object.fromEntries(changed.map((key) => [key, from[key]]))
    return succeed({ userId }, { customerId: null, subject: `user:${userId}`, before: pick(user), after: pick(next) })
  },
})

const currentOf = ({ name, role, scope, locale, storeIds, version }: User) => ({
  name,
  role,
  scope,
  locale,
  storeIds: storeIds.join('\n'),
  version: String(version),
})

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
