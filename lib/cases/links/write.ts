import { and, eq } from 'drizzle-orm'
import { caseLinks } from '@/db/schema'
import type { CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { LINK_COLUMN, linkColumnOf, type FoundTarget, type Target } from './target'

type LinkedCase = { customerId: string; id: string; number: number }

/** Links a case to a target of the same record. Returns whether the link is new. */
export async function insertLink(ctx: WriteCtx, { customerId, id: caseId }: LinkedCase, target: Target) {
  const rows = await ctx.db
    .insert(caseLinks)
    .values({
      ...{ customerId, caseId, id: idsOf(ctx).row(), createdAt: ctx.now, createdBy: ctx.viewer.userId },
      [LINK_COLUMN[target.kind]]: target.id,
    })
    .onConflictDoNothing()
    .returning({ id: caseLinks.id })
  return rows.length > 0
}

/** Removes a link. Returns whether there was one. */
export async function deleteLink(ctx: WriteCtx, { customerId, id }: LinkedCase, { kind, id: targetId }: Target) {
  const rows = await ctx.db
    .delete(caseLinks)
    .where(and(eq(caseLinks.customerId, customerId), eq(caseLinks.caseId, id), eq(linkColumnOf(kind), targetId)))
    .returning({ id: caseLinks.id })
  return rows.length > 0
}

const DETAIL = { send: 'message', document: 'document', conversation: 'conversation' } as const

/** The event of a link: the history names the message or the document, or the channel of the conversation. */
export const linkEvent = (
  customerId: string,
  { id, number }: LinkedCase,
  { kind, name }: FoundTarget,
): CommandEvent => ({
  customerId,
  subject: `case:${id}`,
  details: { number, [DETAIL[kind]]: name },
})
