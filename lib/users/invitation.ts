import { and, eq, isNull } from 'drizzle-orm'
import { invitations } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { newToken, tokenHash } from '@/lib/kernel/tokens'

export const INVITATION_DAYS = 7
const DAY_MS = 24 * 60 * 60 * 1000

/** A fresh link's token; those given out before stop working. */
export async function issueInvitation(ctx: Ctx, userId: string): Promise<string> {
  await voidInvitations(ctx.db, userId, ctx.now)
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS)
  await ctx.db.insert(invitations).values({ tokenHash: tokenHash(token), userId, createdAt: ctx.now, createdBy: ctx.viewer.userId, expiresAt })
  return token
}

export async function voidInvitations(db: Ctx['db'], userId: string, usedAt: Date): Promise<void> {
  await db.update(invitations).set({ usedAt }).where(and(eq(invitations.userId, userId), isNull(invitations.usedAt)))
}
