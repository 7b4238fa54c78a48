import { and, eq, isNull, lt, not } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { archiveRequests, customers, documents, users } from '@/db/schema'
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
import { moveFiles } from './move-files'

const DAY_MS = 86_400_000
/** For so long the mailed link opens the document, and for so long it stays out of the archive. */
export const OPEN_DAYS = 7

/** No job is left by then that the queue will still take up; while one is, the request only waits for a worker. */
const LOST_MS = 60 * 60_000
const BATCH = 100

type Job = { customerId: string; requestId: string }

/**
 * Brings an archived document's files back and mails who asked a link to them. A request that was served or given up is left alone.
 * @throws Error when the store fails: the queue tries again, later each time. After the last try the one who asked is told.
 */
export async function bringBack(
  db: Db,
  { customerId, requestId }: Record<string, string | undefined>,
  now: Date,
  lastTry: boolean,
): Promise<void> {
  if (!isUuid(customerId) || !isUuid(requestId)) return
  try {
    await db.transaction((tx) => serve(tx, { customerId, requestId }, now))
  } catch (error) {
    if (!lastTry) throw error
    log.error({ err: error, customerId, requestId }, 'a document could not be brought back')
    await db.transaction((tx) => giveUp(tx, { customerId, requestId }, now))
  }
}

/** Gives up requests that nothing works on any more, so that they can be asked again: hourly. */
export async function giveUpLost(db: Db, now: Date): Promise<void> {
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

async function serve(tx: Db, job: Job, now: Date): Promise<void> {
  const request = await hold(tx, job)
  if (!request) return
  const { customerId, requestId } = job
  const state = stateOf(request.document)
  if (state === 'deleted') return giveUp(tx, job, now)
  if (state === 'archived') await moveFiles(tx, { customerId, documentId: request.document.id }, null)
  const expiresAt = new Date(now.getTime() + OPEN_DAYS * DAY_MS)
  await tx.update(archiveRequests).set({ readyAt: now, expiresAt }).where(isRequest(job))
  const link = await issueLink(tx, 'archive', { customerId, subjectId: requestId, expiresAt })
  await tell(tx, 'archive_ready', request, link, now)
}

async function giveUp(tx: Db, job: Job, now: Date): Promise<void> {
  const request = await hold(tx, job)
  if (!request) return
  await tx.update(archiveRequests).set({ failedAt: now }).where(isRequest(job))
  await tell(
    tx,
    'archive_failed',
    request,
    new URL(toDocument(job.customerId, request.document.id), env().APP_URL).href,
    now,
  )
}

const isRequest = ({ customerId, requestId }: Job) =>
  and(eq(archiveRequests.customerId, customerId), eq(archiveRequests.id, requestId))

/** The request under its customer's lock; null when it is done with. */
async function hold(tx: Db, job: Job): Promise<Found | null> {
  await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, job.customerId)).for('update')
  return find(tx, job)
}

async function find(tx: Db, job: Job) {
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

/** To the user's own address, in their language. It names the document by its number: who the customer is stands behind the sign-in. */
async function tell(
  tx: Db,
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
