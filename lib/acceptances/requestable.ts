import { and, eq, inArray, isNull } from 'drizzle-orm'
import { acceptances, documentFiles, documentKits, documents } from '@/db/schema'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'
import { refused } from '@/lib/kernel/result'
import { expireOne } from './expire'

/** A document of the customer's group with the hash of its original; null when it is archived, deleted or not of this group. */
export async function findRequestable(ctx: WriteCtx, customerId: string, documentId: string) {
  const [row] = await ctx.db
    .select({
      id: documents.id,
      customerId: documents.customerId,
      title: documents.title,
      journeyId: documentKits.journeyId,
      sha256: documentFiles.sha256,
      fileName: documentFiles.name,
    })
    .from(documents)
    .innerJoin(
      documentKits,
      and(eq(documentKits.customerId, documents.customerId), eq(documentKits.id, documents.kitId)),
    )
    .innerJoin(
      documentFiles,
      and(
        eq(documentFiles.customerId, documents.customerId),
        eq(documentFiles.documentId, documents.id),
        eq(documentFiles.role, 'original'),
      ),
    )
    .where(
      and(
        inArray(documents.customerId, groupIds(customerId)),
        eq(documents.id, documentId),
        isNull(documents.archivedAt),
        isNull(documents.deletedAt),
      ),
    )
  return row ?? null
}

export type Requestable = NonNullable<Awaited<ReturnType<typeof findRequestable>>>

/** Returns the refusal if an earlier request waits or was accepted; null if a new one is allowed. First marks overdue requests as expired. */
export async function earlierRequestRefusal(ctx: WriteCtx, document: Requestable) {
  const rows = await ctx.db
    .select({ customerId: acceptances.customerId, id: acceptances.id, status: acceptances.status })
    .from(acceptances)
    .where(
      and(
        eq(acceptances.customerId, document.customerId),
        eq(acceptances.documentId, document.id),
        inArray(acceptances.status, ['pending', 'waiting', 'accepted']),
      ),
    )
  if (rows.some((row) => row.status === 'accepted')) return refused('acceptances.already_accepted')
  for (const row of rows)
    if (!(await expireOne(ctx.db, row, ctx.now))) return refused(`acceptances.already_${row.status}`)
  return null
}
