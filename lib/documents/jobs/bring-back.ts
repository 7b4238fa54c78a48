import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { archiveRequests, customers, documents, users } from '@/db/schema'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { isUuid } from '@/lib/kernel/ids'
import { log } from '@/lib/log'
import { issueLink } from '@/lib/sending/links'
import { queueDelivery } from '@/lib/sending/queue-delivery'
import { toHtml } from '@/lib/sending/render'
import { stateOf } from '../state'
import { moveFiles } from './move-files'

const DAY_MS = 86_400_000
/** For so long the mailed link opens the document, and for so long it stays out of the archive. */
export const OPEN_DAYS = 7

/** Brings an archived document's files back and mails who asked a link to them. A request that was served, or whose file is lost, is left alone. */
export async function bringBack(db: Db, { customerId, requestId }: Record<string, string | undefined>, now: Date): Promise<void> {
  if (!isUuid(customerId) || !isUuid(requestId)) return
  try {
    await db.transaction((tx) => serve(tx, customerId, requestId, now))
  } catch (error) {
    log.error({ err: error, customerId, requestId }, 'a document could not be brought back')
    await db.update(archiveRequests).set({ failedAt: now }).where(and(eq(archiveRequests.customerId, customerId), eq(archiveRequests.id, requestId)))
  }
}

async function serve(tx: Db, customerId: string, requestId: string, now: Date): Promise<void> {
  await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId)).for('update')
  const request = await find(tx, customerId, requestId)
  if (!request || request.readyAt || request.failedAt) return
  const state = stateOf(request.document)
  if (state === 'deleted') throw new Error('deleted meanwhile')
  if (state === 'archived') await moveFiles(tx, { customerId, documentId: request.document.id }, null)
  const expiresAt = new Date(now.getTime() + OPEN_DAYS * DAY_MS)
  const at = and(eq(archiveRequests.customerId, customerId), eq(archiveRequests.id, requestId))
  await tx.update(archiveRequests).set({ readyAt: now, expiresAt }).where(at)
  const link = await issueLink(tx, 'archive', { customerId, subjectId: requestId, expiresAt })
  await tell(tx, request, link, now)
}

async function find(tx: Db, customerId: string, requestId: string) {
  const [row] = await tx
    .select({ readyAt: archiveRequests.readyAt, failedAt: archiveRequests.failedAt, document: documents, user: users })
    .from(archiveRequests)
    .innerJoin(documents, and(eq(documents.customerId, archiveRequests.customerId), eq(documents.id, archiveRequests.documentId)))
    .innerJoin(users, eq(users.id, archiveRequests.requestedBy))
    .where(and(eq(archiveRequests.customerId, customerId), eq(archiveRequests.id, requestId)))
  return row ?? null
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>

/** To the user's own address, in their language. It names the document by its number: who the customer is stands behind the sign-in. */
async function tell(tx: Db, { document, user }: Found, link: string, now: Date): Promise<void> {
  const { t } = i18n(user.locale)
  const words = { name: user.name, number: document.number, days: OPEN_DAYS }
  const text = `${t('documents.archiveMail.text', words)}\n\n${link}`
  const footer = t('sending.mail.footer', { company: env().COMPANY_NAME })
  const html = toHtml(text, { link, button: t('documents.archiveMail.button'), footer, unsubscribe: '' })
  const payload = { to: user.email, subject: t('documents.archiveMail.subject', words), text: `${text}\n\n${footer}`, html }
  await queueDelivery(tx, { kind: 'archive_ready', channel: 'email', customerId: null, payload, now })
}
