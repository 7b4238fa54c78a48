import { and, eq, inArray } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { documentFiles, documentKits, documents, sendDocuments } from '@/db/schema'
import { findLink, findLinkEvenExpired } from '@/lib/sending/links'
import { derivedToken } from '@/lib/values/tokens'
import { isUuid } from '@/lib/values/ids'
import { groupIds } from '@/lib/customer-group/scope'
import { stateOf } from './state'

/** Returns the documents of the send that a link belongs to, or null if the link is unknown. */
export async function openSentLink(db: Primary, token: string | undefined, now: Date) {
  const link = await findLinkEvenExpired(db, 'documents', token)
  if (!link) return null
  if (link.expiresAt && link.expiresAt <= now) return { expired: true as const }
  const documents = await sentWith(db, link.customerId, link.subjectId)
  const withAcceptance = documents.map(async (document) => {
    const acceptanceToken = derivedToken(token ?? '', document.id)
    const isAsked = await findLink(db, 'acceptance', acceptanceToken, now)
    return { ...document, acceptanceToken: isAsked ? acceptanceToken : null }
  })
  return { expired: false as const, expiresAt: link.expiresAt, documents: await Promise.all(withAcceptance) }
}

type Opened = Extract<Awaited<ReturnType<typeof openSentLink>>, { expired: false }>

/** `acceptanceToken`: the token of the link to the acceptance that a document waits for. */
export type SentDocument = Opened['documents'][number]

async function sentWith(db: Primary, customerId: string, sendId: string) {
  const sent = db
    .select({ id: sendDocuments.documentId })
    .from(sendDocuments)
    .where(and(eq(sendDocuments.customerId, customerId), eq(sendDocuments.sendId, sendId)))
  const rows = await db
    .selectDistinctOn([documents.kitId, documents.position, documents.id], {
      document: documents,
      kit: documentKits.title,
      file: documentFiles,
    })
    .from(documents)
    .innerJoin(
      documentKits,
      and(eq(documentKits.customerId, documents.customerId), eq(documentKits.id, documents.kitId)),
    )
    .innerJoin(
      documentFiles,
      and(eq(documentFiles.customerId, documents.customerId), eq(documentFiles.documentId, documents.id)),
    )
    .where(and(inArray(documents.customerId, groupIds(customerId)), inArray(documents.id, sent)))
    // `final` comes before `original`.
    .orderBy(documents.kitId, documents.position, documents.id, documentFiles.role)
  return rows.map(({ document, file }) => ({
    id: document.id,
    title: document.title,
    number: document.number,
    state: stateOf(document),
    file,
  }))
}

/** Returns one file of such a link, or null if it cannot be read. */
export async function sentFile(db: Primary, token: string | undefined, documentId: string | undefined, now: Date) {
  const opened = isUuid(documentId) ? await openSentLink(db, token, now) : null
  if (!opened || opened.expired) return null
  return opened.documents.find((document) => document.id === documentId && document.state === 'available')?.file ?? null
}
