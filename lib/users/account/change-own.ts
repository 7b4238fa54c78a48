import { eq, sql } from 'drizzle-orm'
import { users } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { ownChange } from '../schema'

/** Changes the viewer's own name and language. The next page uses the new language. */
export const changeOwnAccount = command({
  event: 'account.changed',
  permission: 'signed-in',
  input: ownChange,
  run: async (ctx, next) => {
    const { name, locale, userId } = ctx.viewer
    if (next.name === name && next.locale === locale) return succeed(null)
    await ctx.db
      .update(users)
      .set({ ...next, version: sql`${users.version} + 1` })
      .where(eq(users.id, userId))
    return succeed(null, { customerId: null, subject: `user:${userId}`, before: { name, locale }, after: next })
  },
})
