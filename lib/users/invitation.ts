import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { invitations } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'

export const INVITATION_DAYS = 7
const TOKEN_BYTES = 32
const DAY_MS = 24 * 60 * 60 * 1000

/** What the database keeps of a link: nothing a reader of it could use. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest()

/** A fresh link's token; those given out before stop working. */
export async function issueInvitation(ctx: Ctx, userId: string): Promise<string> {
  await voidInvitations(ctx.db, userId, ctx.now)
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = new Date(ctx.now.getTime() + INVITATION_DAYS * DAY_MS)
  await ctx.db.insert(invitations).values({ tokenHash: tokenHash(token), userId, createdAt: ctx.now, createdBy: ctx.viewer.userId, expiresAt })
  return token
}

export async function voidInvitations(db: Ctx['db'], userId: string, usedAt: Date): Promise<void> {
  await db.update(invitations).set({ usedAt }).where(and(eq(invitations.userId, userId), isNull(invitations.usedAt)))
}
