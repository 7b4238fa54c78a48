import { and, eq, isNull } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { invitations } from '@/db/schema'
import { env } from '@/lib/env'
import { daysAfter } from '@/lib/values/days'
import { newToken, tokenHash } from '@/lib/values/tokens'

const VALID_DAYS = 7
/** How long a link is valid that the user asked for because of a forgotten password. */
export const RESET_MINUTES = 60

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

/** Issues a link to the user's own mailbox. Earlier links stay valid: otherwise anybody could make an invitation useless. */
export async function issueReset(db: Primary, userId: string, at: Date): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(at.getTime() + RESET_MINUTES * 60_000)
  const own = { userId, createdBy: userId, purpose: 'reset' } as const
  await db.insert(invitations).values({ ...own, tokenHash: tokenHash(token), createdAt: at, expiresAt })
  return token
}

export const toInvitation = (token: string): string => `${env().APP_URL}/invitation/${token}`

export async function voidInvitations(db: Primary, userId: string, usedAt: Date): Promise<void> {
  await db
    .update(invitations)
    .set({ usedAt })
    .where(and(eq(invitations.userId, userId), isNull(invitations.usedAt)))
}
