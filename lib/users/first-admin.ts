import { and, eq, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { users } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { newId } from '@/lib/values/ids'
import { issueInvitation } from './invitation'

/**
 * Creates an admin when there is no active one, and returns the token of the link that sets the password; null when there is
 * one, who can invite others. Only somebody with access to the server can run this, so the history records no actor.
 */
export async function makeFirstAdmin(
  db: Primary,
  email: string,
  name: string,
  now = new Date(),
): Promise<string | null> {
  return db.transaction(async (tx) => {
    const active = and(eq(users.role, 'admin'), isNull(users.deactivatedAt))
    if ((await tx.select({ id: users.id }).from(users).where(active).limit(1)).length) return null
    const person = { name, role: 'admin', scope: 'all' } as const
    const id = newId()
    await tx.insert(users).values({ ...person, id, email: email.toLowerCase(), createdAt: now })
    const token = await issueInvitation(tx, { userId: id, by: id, at: now })
    const entry = {
      event: 'user.invited',
      customerId: null,
      subject: `user:${id}`,
      before: null,
      after: person,
    } as const
    await record(tx, { userId: null, requestId: null, now }, entry)
    return token
  })
}
