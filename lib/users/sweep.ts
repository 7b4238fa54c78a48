import { and, lt, or, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { invitations } from '@/db/schema'
import { daysBefore } from '@/lib/values/days'

const INVITATIONS_DAYS = 30

/** Deletes old invitations that were used or have expired. */
export async function sweepInvitations(db: Primary, now: Date): Promise<void> {
  await db
    .delete(invitations)
    .where(
      and(
        lt(invitations.createdAt, daysBefore(now, INVITATIONS_DAYS)),
        or(lt(invitations.expiresAt, now), sql`${invitations.usedAt} is not null`),
      ),
    )
}
