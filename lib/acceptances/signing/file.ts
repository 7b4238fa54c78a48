import { and, eq } from 'drizzle-orm'
import { acceptances, documentFiles, documents } from '@/db/schema'
import type { PublicContext } from '@/lib/kernel/context'
import { findLink } from '@/lib/sending/links'
import { addEvidence, listEvidence, type Whole } from '@/lib/evidence/evidence'
import { statusAt, type AcceptanceStatus } from '../status'
import { lockAcceptance } from './lock'

const READABLE: readonly AcceptanceStatus[] = ['waiting', 'accepted']

/** Returns the PDF of a link: the original while the acceptance waits or is accepted, or the final one if it exists. Null if it is absent or deleted, or the link has expired. */
export async function fileForSigner({ db, now }: PublicContext, token: string | undefined, role: 'original' | 'final') {
  const link = await findLink(db, 'acceptance', token, now)
  if (!link) return null
  const [row] = await db
    .select({ file: documentFiles, deletedAt: documents.deletedAt, acceptance: acceptances })
    .from(acceptances)
    .innerJoin(
      documents,
      and(eq(documents.customerId, acceptances.customerId), eq(documents.id, acceptances.documentId)),
    )
    .innerJoin(
      documentFiles,
      and(
        eq(documentFiles.customerId, documents.customerId),
        eq(documentFiles.documentId, documents.id),
        eq(documentFiles.role, role),
      ),
    )
    .where(and(eq(acceptances.customerId, link.customerId), eq(acceptances.id, link.subjectId)))
  if (!row || row.deletedAt) return null
  const { file, acceptance } = row
  if (role === 'original' && !READABLE.includes(statusAt(acceptance, now))) return null
  // Another acceptance of the same document may have a final one.
  if (role === 'final' && file.sha256 !== acceptance.finalSha256) return null
  return { file, acceptance }
}

/** The most openings that are recorded for one acceptance, so that programs that fetch the link cannot flood the evidence. */
const OPENINGS_MAX = 20

/**
 * Records, while the acceptance waits, that the document was fetched: once for each browser and address, because a mail scanner may fetch it
 * before the person does. This is evidence and changes no status.
 */
export async function noteOpened(
  { db, now: at, ipAddress: ip, userAgent }: PublicContext,
  { customerId, id }: Whole,
): Promise<void> {
  const isKnown = async (tx: PublicContext['db']) => {
    const opened = (await listEvidence(tx, { customerId, id })).filter(({ kind }) => kind === 'opened')
    return opened.length >= OPENINGS_MAX || opened.some((row) => row.ip === ip && row.userAgent === userAgent)
  }
  if (await isKnown(db)) return
  await db.transaction(async (tx) => {
    const locked = await lockAcceptance(tx, { customerId, id })
    if (!locked || statusAt(locked, at) !== 'waiting' || (await isKnown(tx))) return
    await addEvidence(tx, locked, { kind: 'opened', at, ip, userAgent })
  })
}
