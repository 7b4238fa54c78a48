import { and, desc, eq, inArray } from 'drizzle-orm'
import { acceptances } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { daysAfter } from '@/lib/values/days'
import { acceptanceLinkUntil, issueLink } from './links'

const LINK_DAYS = 30

type Documents = readonly { customerId: string; id: string }[]

/** Creates the link of a message with documents of one record: to the acceptance if one of them waits for it, else to the documents for 30 days. */
export async function linkToDocuments(
  ctx: WriteCtx,
  customerId: string,
  sendId: string,
  documents: Documents,
): Promise<string> {
  const owner = documents[0]!.customerId
  const [waiting] = await ctx.db
    .select({ id: acceptances.id, expiresAt: acceptances.expiresAt })
    .from(acceptances)
    .where(
      and(
        eq(acceptances.customerId, owner),
        inArray(
          acceptances.documentId,
          documents.map((d) => d.id),
        ),
        eq(acceptances.status, 'waiting'),
      ),
    )
    .orderBy(desc(acceptances.id))
    .limit(1)
  if (waiting && waiting.expiresAt > ctx.now)
    return issueLink(ctx.db, 'acceptance', {
      customerId: owner,
      subjectId: waiting.id,
      expiresAt: acceptanceLinkUntil(waiting.expiresAt),
    })
  return issueLink(ctx.db, 'documents', { customerId, subjectId: sendId, expiresAt: daysAfter(ctx.now, LINK_DAYS) })
}
