import { and, eq } from 'drizzle-orm'
import { archiveRequests } from '@/db/schema'
import { getSurvivorId } from '@/lib/customer-group/find'
import type { WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { listRevealed } from '@/lib/privacy/reveals'
import { findLinkEvenExpired } from '@/lib/sending/links'
import { findDocument } from '../find'
import { getKit } from './kits'

/** Returns the document of a mailed link, or null if the link is unknown or the customer is out of the viewer's scope. */
export const openArchiveLink = query('documents.read', async (ctx: WriteCtx, token: string | undefined) => {
  const link = await findLinkEvenExpired(ctx.db, 'archive', token)
  const root = link && (await getSurvivorId(ctx, link.customerId))
  if (!link || !root) return null
  const [request] = await ctx.db
    .select({ documentId: archiveRequests.documentId })
    .from(archiveRequests)
    .where(and(eq(archiveRequests.customerId, link.customerId), eq(archiveRequests.id, link.subjectId)))
  const found = request && (await findDocument(ctx, root, request.documentId))
  if (!found) return null
  const kit = await getKit(
    ctx,
    { survivorId: root, memberIds: [link.customerId], revealed: await listRevealed(ctx, root) },
    found.kit.id,
  )
  const document = kit?.documents.find((one) => one.id === request.documentId)
  return document
    ? {
        customerId: root,
        document,
        expiresAt: link.expiresAt,
        expired: Boolean(link.expiresAt && link.expiresAt <= ctx.now),
      }
    : null
})
