import { and, eq } from 'drizzle-orm'
import { acceptances, documentFiles, documents } from '@/db/schema'
import type { PublicContext } from '@/lib/kernel/context'
import { maskEmail, maskPhone } from '@/lib/privacy/mask'
import { findLinkEvenExpired } from '@/lib/sending/links'
import type { SendChannel } from '@/lib/sending/address'
import { CODE_PAUSE_SECONDS } from '../code'
import { listEvidence } from '@/lib/evidence/evidence'
import { hasSealFailed } from '../seal/record-failure'
import { linkDestination } from './link-destination'
import { signerNames } from '../signer-names'
import { statusAt } from '../status'
import { initialsOf } from '../verify/initials'

export type SignerView = NonNullable<Exclude<Awaited<ReturnType<typeof viewForSigner>>, 'gone'>>

/**
 * Returns what the page of a link shows. It changes nothing, so that mail scanners and previews cannot accept.
 * Null for an unknown link, `gone` for one that has expired some time after the answer.
 */
export async function viewForSigner({ db, now }: PublicContext, token: string) {
  const link = await findLinkEvenExpired(db, 'acceptance', token)
  if (!link) return null
  if (link.expiresAt && link.expiresAt <= now) return 'gone'
  const row = await read(db, link)
  if (!row) return null
  const { acceptance, title, number, pages } = row
  const { codeSentAt, codeExpiresAt } = acceptance
  const evidence = await listEvidence(db, { customerId: link.customerId, id: acceptance.id })
  const linkSentTo = linkDestination(acceptance, evidence, token)
  const isSame = linkSentTo.address === acceptance.address && linkSentTo.channel === acceptance.channel
  return {
    status: statusAt(acceptance, now),
    protocol: acceptance.protocol,
    title,
    number,
    pages,
    /** Only initials after the first name: the page asks for the full name, so it must not show it. */
    signerName: initialsOf(signerNames(acceptance, evidence).shown),
    address: maskAddressOf(acceptance),
    terms: acceptance.terms,
    expiresAt: acceptance.expiresAt,
    decidedAt: acceptance.decidedAt,
    final: acceptance.finalSha256 !== null,
    /** The masked address that this link was sent to; null if codes go to the same address. */
    linkAddress: isSame ? null : maskAddressOf(linkSentTo),
    sealFailed: acceptance.status === 'accepted' && hasSealFailed(evidence),
    /** Whether a valid code was sent. */
    codeUntil: codeExpiresAt && codeExpiresAt > now ? codeExpiresAt : null,
    mayAskAgain: !codeSentAt || now.getTime() - codeSentAt.getTime() >= CODE_PAUSE_SECONDS * 1000,
  }
}

export const maskAddressOf = ({ channel, address }: { channel: SendChannel; address: string }): string =>
  channel === 'email' ? maskEmail(address) : maskPhone(address)

async function read(db: PublicContext['db'], { customerId, subjectId }: { customerId: string; subjectId: string }) {
  const [row] = await db
    .select({ acceptance: acceptances, title: documents.title, number: documents.number, pages: documentFiles.pages })
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
        eq(documentFiles.role, 'original'),
      ),
    )
    .where(and(eq(acceptances.customerId, customerId), eq(acceptances.id, subjectId)))
  return row ?? null
}
