import { and, eq, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { invitations } from '@/db/schema'
import { daysAfter } from '@/lib/values/days'
import { newToken, tokenHash } from '@/lib/values/tokens'

const VALID_DAYS = 7

/** Issues an invitation link and returns its token; earlier links of the user stop working. */
export async function issueInvitation(
  db: Primary,
  { userId, by, at }: { userId: string; by: string; at: Date },
): Promise<string> {
  await voidInvitations(db, userId, at)
  const token = newToken()
  await db
    .insert(invitations)
    .values({ tokenHash: tokenHash(token), userId, createdAt: at, createdBy: by, expiresAt: daysAfter(at, VALID_DAYS) })
  return token
}

export async function voidInvitations(db: Primary, userId: string, usedAt: Date): Promise<void> {
  await db
    .update(invitations)
    .set({ usedAt })
    .where(and(eq(invitations.userId, userId), isNull(invitations.usedAt)))
}
