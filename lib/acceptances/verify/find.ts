import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptanceKeys, acceptances, documents } from '@/db/schema'
import type { PublicContext } from '@/lib/kernel/context'
import { maskDocument } from '@/lib/privacy/mask'
import { taxIdTypeOf } from '@/lib/values/tax-id'
import { isIntact, listEvidence, type Whole } from '@/lib/evidence/evidence'
import { hasSealFailed } from '../seal/record-failure'
import { readProtocol } from '../protocol'
import { signerNames } from '../signer-names'
import { statusAt } from '../status'
import { initialsOf } from './initials'

export type Verified = NonNullable<Awaited<ReturnType<typeof verify>>>

/** Returns what anybody may see of the acceptance with this protocol, or null if there is none. */
export async function verifyProtocol({ db, now }: PublicContext, typed: string | undefined): Promise<Verified | null> {
  const protocol = readProtocol(typed)
  const [found] = protocol ? await keyed(db, protocol, ['protocol'], 1) : []
  return found ? verify(db, found, now) : null
}

export type FileVerdict = { kind: 'unknown' } | { kind: 'several' } | { kind: 'original' | 'final'; of: Verified }

/**
 * Returns what a file with this SHA-256 is. For an original that was sent to several people it names nobody: the owner of a standard
 * contract must not learn who else received it.
 */
export async function verifyFile({ db, now }: PublicContext, sha256: string | undefined): Promise<FileVerdict> {
  if (!sha256 || !/^[0-9a-f]{64}$/.test(sha256)) return { kind: 'unknown' }
  const [final] = await keyed(db, sha256, ['final'], 1)
  const originals = final ? [] : await keyed(db, sha256, ['original'], 2)
  if (originals.length > 1) return { kind: 'several' }
  const found = final ?? originals[0]
  const of = found && (await verify(db, found, now))
  return of ? { kind: final ? 'final' : 'original', of } : { kind: 'unknown' }
}

const keyed = (
  db: Primary,
  key: string,
  kinds: ('protocol' | 'original' | 'final')[],
  limit: number,
): Promise<Whole[]> =>
  db
    .select({ customerId: acceptanceKeys.customerId, id: acceptanceKeys.acceptanceId })
    .from(acceptanceKeys)
    .where(and(eq(acceptanceKeys.key, key), inArray(acceptanceKeys.kind, kinds)))
    .orderBy(asc(acceptanceKeys.customerId), asc(acceptanceKeys.acceptanceId))
    .limit(limit)

async function verify(db: Primary, whole: Whole, now: Date) {
  const [row] = await db
    .select({ acceptance: acceptances, title: documents.title })
    .from(acceptances)
    .innerJoin(
      documents,
      and(eq(documents.customerId, acceptances.customerId), eq(documents.id, acceptances.documentId)),
    )
    .where(and(eq(acceptances.customerId, whole.customerId), eq(acceptances.id, whole.id)))
  if (!row) return null
  const { protocol, createdAt, decidedAt, expiresAt, originalSha256, finalSha256, signerName, signerDocument } =
    row.acceptance
  const evidence = await listEvidence(db, whole)
  const masked = signerDocument && maskDocument(taxIdTypeOf(signerDocument) ?? 'other', signerDocument)
  return {
    ...{ protocol, createdAt, decidedAt, expiresAt, originalSha256, finalSha256, title: row.title },
    status: statusAt(row.acceptance, now),
    signer: [initialsOf(signerNames({ signerName }, evidence).shown), masked].filter(Boolean).join(' · '),
    intact: isIntact(evidence),
    sealFailed: hasSealFailed(evidence),
  }
}
