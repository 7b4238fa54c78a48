import { and, eq, isNull, lt, not } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { archiveRequests, documents, users } from '@/db/schema'
import { lockGroup } from '@/lib/customer-group/lock'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { isUnderWay } from '@/lib/jobs/under-way'
import { isUuid } from '@/lib/values/ids'
import { log } from '@/lib/log'
import { issueLink } from '@/lib/sending/links'
import { queueDelivery } from '@/lib/sending/queue-delivery'
import { toHtml } from '@/lib/sending/render'
import { toDocument } from '../paths'
import { stateOf } from '../state'
import { copyFiles, recordMove, type Copies } from './move-files'

const DAY_MS = 86_400_000
/** How long the mailed link opens the document, and how long the document stays out of the archive. */
export const OPEN_DAYS = 7

/** By then the queue has no job left that it will try again; an existing job only waits for a worker. */
const LOST_MS = 60 * 60_000
const BATCH = 100

type Job = { customerId: string; requestId: string }

/**
 * Brings an archived document's files back and mails a link to the person who asked. Does nothing for a request that is finished.
 * @throws Error when the storage fails: the queue tries again, later each time. After the last try the person who asked gets a mail.
 */
export async function bringBack(
  db: Primary,
  { customerId, requestId }: Record<string, string | undefined>,
  now: Date,
  lastTry: boolean,
): Promise<void> {
  if (!isUuid(customerId) || !isUuid(requestId)) return
  try {
    await serve(db, { customerId, requestId }, now)
  } catch (error) {
    if (!lastTry) throw error
    log.error({ err: error, customerId, requestId }, 'a document could not be brought back')
    await db.transaction((tx) => giveUp(tx, { customerId, requestId }, now))
  }
}

/** Gives up requests that no job works on any more, so that people can ask again: hourly. */
export async function giveUpLost(db: Primary, now: Date): Promise<void> {
  const old = lt(archiveRequests.requestedAt, new Date(now.getTime() - LOST_MS))
  const lost = await db
    .select({ customerId: archiveRequests.customerId, requestId: archiveRequests.id })
    .from(archiveRequests)
    .where(
      and(
        isNull(archiveRequests.readyAt),
        isNull(archiveRequests.failedAt),
        old,
        not(isUnderWay('bring-back-document', 'requestId', archiveRequests.id)),
      ),
    )
    .limit(BATCH)
  for (const job of lost) await db.transaction((tx) => giveUp(tx, job, now))
}

/** Copies the files first, then records the move and the mail in one transaction. */
async function serve(db: Primary, job: Job, now: Date): Promise<void> {
  const { customerId } = job
  const waiting = await find(db, job)
  if (!waiting) return
  const documentId = waiting.document.id
  const copied =
    stateOf(waiting.document) === 'archived' ? await copyFiles(db, { customerId, documentId }, 'documents') : null
  let recorded = false
  try {
    recorded = await db.transaction((tx) => finish(tx, job, copied, now))
  } finally {
    if (!recorded) await copied?.discard()
  }
}

/** Returns whether the copies are in use now. @throws Error when the document was archived or changed meanwhile: the queue tries again. */
async function finish(tx: Primary, job: Job, copied: Copies | null, now: Date): Promise<boolean> {
  const request = await lockRequest(tx, job)
  if (!request) return false
  const { customerId, requestId } = job
  const state = stateOf(request.document)
  if (state === 'deleted') {
    await giveUp(tx, job, now)
    return false
  }
  const isArchived = state === 'archived'
  if (isArchived && !(copied && (await recordMove(tx, { customerId, documentId: request.document.id }, copied, null))))
    throw new Error(`document ${request.document.id} changed while its files were copied`)
  const expiresAt = new Date(now.getTime() + OPEN_DAYS * DAY_MS)
  await tx.update(archiveRequests).set({ readyAt: now, expiresAt }).where(isRequest(job))
  const link = await issueLink(tx, 'archive', { customerId, subjectId: requestId, expiresAt })
  await mail(tx, 'archive_ready', request, link, now)
  return isArchived
}

async function giveUp(tx: Primary, job: Job, now: Date): Promise<void> {
  const request = await lockRequest(tx, job)
  if (!request) return
  await tx.update(archiveRequests).set({ failedAt: now }).where(isRequest(job))
  await mail(
    tx,
    'archive_failed',
    request,
    new URL(toDocument(job.customerId, request.document.id), env().APP_URL).href,
    now,
  )
}

const isRequest = ({ customerId, requestId }: Job) =>
  and(eq(archiveRequests.customerId, customerId), eq(archiveRequests.id, requestId))

/** Locks the request's customer and returns the request; null when it is finished. */
async function lockRequest(tx: Primary, job: Job): Promise<Found | null> {
  await lockGroup(tx, job.customerId)
  return find(tx, job)
}

async function find(tx: Primary, job: Job) {
  const [row] = await tx
    .select({ document: documents, user: users })
    .from(archiveRequests)
    .innerJoin(
      documents,
      and(eq(documents.customerId, archiveRequests.customerId), eq(documents.id, archiveRequests.documentId)),
    )
    .innerJoin(users, eq(users.id, archiveRequests.requestedBy))
    .where(and(isRequest(job), isNull(archiveRequests.readyAt), isNull(archiveRequests.failedAt)))
  return row ?? null
}

type Found = NonNullable<Awaited<ReturnType<typeof find>>>

const TEXTS = { archive_ready: 'documents.archiveMail', archive_failed: 'documents.archiveFailedMail' } as const

/** Mails the user in their language. The mail names the document by its number only: the customer is behind the sign-in. */
async function mail(
  tx: Primary,
  kind: keyof typeof TEXTS,
  { document, user }: Found,
  link: string,
  now: Date,
): Promise<void> {
  const { t } = i18n(user.locale)
  const words = { name: user.name, number: document.number, days: OPEN_DAYS }
  const text = `${t(`${TEXTS[kind]}.text`, words)}\n\n${link}`
  const footer = t('sending.mail.footer', { company: env().COMPANY_NAME })
  const html = toHtml(text, { link, button: t(`${TEXTS[kind]}.button`), footer, unsubscribe: '' })
  const payload = { to: user.email, subject: t(`${TEXTS[kind]}.subject`, words), text: `${text}\n\n${footer}`, html }
  await queueDelivery(tx, { kind, channel: 'email', customerId: null, payload, now })
}
