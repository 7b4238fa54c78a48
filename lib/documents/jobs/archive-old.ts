import { and, asc, eq, gt, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptances, archiveRequests, documents } from '@/db/schema'
import { lockGroup } from '@/lib/customer-group/lock'
import { log } from '@/lib/log'
import { copyFiles, recordMove } from './move-files'

const BATCH = 100

/** A document is archived a year after it was filed (D6). */
export const archiveBefore = (now: Date) =>
  new Date(Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth(), now.getUTCDate()))

/**
 * Moves documents that are a year old or older to the archive: daily. A requested document stays until its link ends, one that waits
 * for an acceptance stays until the decision. Each move is a transaction of its own; a failed one is tried again the next day.
 */
export async function archiveOld(db: Primary, now: Date, stopped: () => boolean = () => false): Promise<number> {
  let moved = 0
  let after: Place | undefined = { createdAt: new Date(0), id: '00000000-0000-0000-0000-000000000000' }
  while (after && !stopped()) {
    const batch: Old[] = await listOld(db, now, after)
    for (const document of batch) if (await archiveOne(db, document, now)) moved += 1
    after = batch.length < BATCH ? undefined : batch.at(-1)
  }
  return moved
}

type Place = { createdAt: Date; id: string }
type Old = Place & { customerId: string }

const listOld = (db: Primary, now: Date, after: Place): Promise<Old[]> =>
  db
    .select({ customerId: documents.customerId, id: documents.id, createdAt: documents.createdAt })
    .from(documents)
    .where(
      and(
        isDue(db, now),
        or(
          gt(documents.createdAt, after.createdAt),
          and(eq(documents.createdAt, after.createdAt), gt(documents.id, after.id)),
        ),
      ),
    )
    .orderBy(asc(documents.createdAt), asc(documents.id))
    .limit(BATCH)

const isDue = (db: Primary, now: Date) =>
  and(
    ...[isNull(documents.archivedAt), isNull(documents.deletedAt), lt(documents.createdAt, archiveBefore(now))],
    notExists(
      db
        .select({ one: sql`1` })
        .from(archiveRequests)
        .where(and(ofDocument(archiveRequests), gt(archiveRequests.expiresAt, now))),
    ),
    notExists(
      db
        .select({ one: sql`1` })
        .from(acceptances)
        .where(and(ofDocument(acceptances), inArray(acceptances.status, ['pending', 'waiting']))),
    ),
  )

const ofDocument = (table: typeof archiveRequests | typeof acceptances) =>
  and(eq(table.customerId, documents.customerId), eq(table.documentId, documents.id))

/** Checks again under the customer's lock: since the list was read, somebody may have deleted the document or asked for an acceptance. */
export async function archiveOne(
  db: Primary,
  { customerId, id: documentId }: Pick<Old, 'customerId' | 'id'>,
  now: Date,
): Promise<boolean> {
  try {
    if (!(await isStillDue(db, { customerId, documentId }, now))) return false
    const copied = await copyFiles(db, { customerId, documentId }, 'archive')
    const moved = await db.transaction(async (tx) => {
      await lockGroup(tx, customerId)
      if (!(await isStillDue(tx, { customerId, documentId }, now))) return false
      return recordMove(tx, { customerId, documentId }, copied, now)
    })
    if (!moved) await copied.discard()
    return moved
  } catch (error) {
    log.error({ err: error, customerId, documentId }, 'a document could not be archived')
    return false
  }
}

async function isStillDue(
  db: Primary,
  { customerId, documentId }: { customerId: string; documentId: string },
  now: Date,
): Promise<boolean> {
  const [due] = await db
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.customerId, customerId), eq(documents.id, documentId), isDue(db, now)))
  return due !== undefined
}
