import { eq, sql } from 'drizzle-orm'
import { users } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { ownChange, ownLanguage } from '../schema'

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

/** Changes only the viewer's own language, from the switch that every page has. */
export const changeOwnLanguage = command({
  event: 'account.changed',
  permission: 'signed-in',
  input: ownLanguage,
  run: async (ctx, { locale }) => {
    const { userId, locale: before } = ctx.viewer
    if (locale === before) return succeed({ locale })
    await ctx.db
      .update(users)
      .set({ locale, version: sql`${users.version} + 1` })
      .where(eq(users.id, userId))
    const values = { before: { locale: before }, after: { locale } }
    return succeed({ locale }, { customerId: null, subject: `user:${userId}`, ...values })
  },
})
