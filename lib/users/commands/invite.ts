import { users } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { newId } from '@/lib/values/ids'
import { invalid } from '@/lib/kernel/result'
import { issueInvitation } from '../invitation'
import { invitation } from '../schema'
import { allStoresExist, setStores } from '../user'

/**
 * Creates a user without a password, and the token of the link that sets one; only this result contains the token.
 * Refusals by field: `users.email_taken`, `users.store_missing`.
 */
export const inviteUser = command({
  event: 'user.invited',
  permission: 'users.manage',
  input: invitation,
  run: async (ctx, { storeIds, ...person }) => {
    if (!(await allStoresExist(ctx, storeIds))) return invalid({ scope: 'users.store_missing' })
    const id = newId()
    const made = await ctx.db
      .insert(users)
      .values({ ...person, id, createdAt: ctx.now, createdBy: ctx.viewer.userId })
      .onConflictDoNothing()
      .returning({ id: users.id })
    if (!made.length) return invalid({ email: 'users.email_taken' })
    await setStores(ctx, id, storeIds)
    const { name, role, scope, locale } = person
    const after = { name, role, scope, locale, storeIds }
    const token = await issueInvitation(ctx.db, { userId: id, by: ctx.viewer.userId, at: ctx.now })
    return succeed({ userId: id, token }, { customerId: null, subject: `user:${id}`, before: null, after })
  },
})
