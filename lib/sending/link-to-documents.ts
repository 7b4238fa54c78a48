import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import { acceptances } from '@/db/schema'
import { addEvidence } from '@/lib/evidence/evidence'
import type { WriteCtx } from '@/lib/kernel/context'
import { daysAfter } from '@/lib/values/days'
import { derivedToken, newToken, tokenHash } from '@/lib/values/tokens'
import type { SendChannel } from './address'
import { acceptanceLinkUntil, issueLink } from './links'

const LINK_DAYS = 30

type Documents = readonly { customerId: string; id: string }[]

/** The send that contains the link. */
export type LinkSend = { sendId: string; channel: SendChannel; address: string }

/**
 * Creates the link of a message with documents of one record: to all of them, for 30 days. A single document that waits for its acceptance
 * gets a link to that; among several, each waiting one has a link of its own, which the page of the documents computes from its own token.
 * Each link to an acceptance is recorded in the evidence, with its recipient.
 */
export async function linkToDocuments(
  ctx: WriteCtx,
  customerId: string,
  send: LinkSend,
  documents: Documents,
): Promise<string> {
  const owner = documents[0]!.customerId
  const waiting = await listWaiting(ctx, documents)
  if (documents.length === 1 && waiting[0]) return linkToAcceptance(ctx, owner, send, waiting[0], newToken())
  const token = newToken()
  for (const acceptance of waiting) {
    await linkToAcceptance(ctx, owner, send, acceptance, derivedToken(token, acceptance.documentId))
  }
  const expiresAt = daysAfter(ctx.now, LINK_DAYS)
  return issueLink(ctx.db, 'documents', { customerId, subjectId: send.sendId, expiresAt, token })
}

type Waiting = { id: string; documentId: string; expiresAt: Date }

const listWaiting = (ctx: WriteCtx, documents: Documents): Promise<Waiting[]> =>
  ctx.db
    .selectDistinctOn([acceptances.documentId], {
      id: acceptances.id,
      documentId: acceptances.documentId,
      expiresAt: acceptances.expiresAt,
    })
    .from(acceptances)
    .where(
      and(
        eq(acceptances.customerId, documents[0]!.customerId),
        inArray(
          acceptances.documentId,
          documents.map((d) => d.id),
        ),
        eq(acceptances.status, 'waiting'),
        gt(acceptances.expiresAt, ctx.now),
      ),
    )
    .orderBy(acceptances.documentId, desc(acceptances.id))

async function linkToAcceptance(
  ctx: WriteCtx,
  owner: string,
  { sendId, channel, address }: LinkSend,
  { id, expiresAt }: Waiting,
  token: string,
): Promise<string> {
  const link = tokenHash(token).toString('hex')
  const details = { sendId, channel, address, link, by: ctx.viewer.userId }
  await addEvidence(ctx.db, { customerId: owner, id }, { kind: 'link_sent', at: ctx.now, details })
  return issueLink(ctx.db, 'acceptance', {
    customerId: owner,
    subjectId: id,
    expiresAt: acceptanceLinkUntil(expiresAt),
    token,
  })
}
