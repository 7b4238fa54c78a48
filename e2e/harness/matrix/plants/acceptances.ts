import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptanceApprovals, acceptances, documentFiles } from '@/db/schema'
import { codeHash } from '@/lib/acceptances/code'
import { addEvidence, type Details } from '@/lib/evidence/evidence'
import { newProtocol } from '@/lib/acceptances/protocol'
import { sealAcceptance } from '@/lib/acceptances/seal/seal-acceptance'
import { newId } from '@/lib/values/ids'
import { JOURNEYS, messageOf } from '@/lib/demo/journeys'
import { ACCEPTANCES, eachInTurn, REQUESTS, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'
import { tomorrow } from './days'
import { plantLink } from './links'
import { addFinalFile } from '@/lib/documents/add-final-file'

/** The code of every planted acceptance. */
export const CODE = '271828'

type Target = { customerId: string; documents: RecordIds['documents']; identity: Identity }

/** Plants three acceptances without an answer and returns their tokens, and an accepted one with its final document, whose id is `signed`. */
export async function plantAcceptances(
  db: Primary,
  target: Target,
): Promise<RecordIds['acceptances'] & { signed: string }> {
  const { customerId } = target
  const waiting = await eachInTurn(ACCEPTANCES, async (use) => {
    const id = newId()
    const code =
      use === 'code' ? {} : { codeHash: codeHash(id, CODE), codeExpiresAt: tomorrow(), codeSentAt: new Date() }
    await insert(db, target, { id, documentId: target.documents.request, ...code })
    return plantLink(db, 'acceptance', { customerId, subjectId: id, expiresAt: tomorrow() })
  })
  return { ...waiting, signed: await plantAccepted(db, target) }
}

/** Plants a request for each action of staff: two that wait for a second person, and three that wait for the customer. */
export const plantRequests = (
  db: Primary,
  target: Target,
  { withDocuments: sendId }: RecordIds['sends'],
): Promise<RecordIds['requests']> =>
  eachInTurn(REQUESTS, async (use) => {
    const { customerId, documents, identity } = target
    const id = newId()
    const isPending = use === 'approve' || use === 'decline'
    const documentId = isPending ? documents.resend : documents.request
    const originalSha256 = await sha256Of(db, customerId, documentId)
    // The address of the point `primary` of plants/points.ts.
    const row = { address: `primary.${identity.email}`, status: isPending ? 'pending' : 'waiting' } as const
    await insert(db, target, { id, documentId, originalSha256, ...row })
    const details: Details = isPending ? {} : { sendId }
    await addEvidence(db, { customerId, id }, { kind: 'requested', at: new Date(), details })
    const approval = { journeyMessageId: messageOf(JOURNEYS.reissue, 'email').id, days: 7 }
    if (isPending) await db.insert(acceptanceApprovals).values({ customerId, acceptanceId: id, ...approval })
    return id
  })

async function plantAccepted(db: Primary, target: Target): Promise<string> {
  const { customerId, documents, identity } = target
  const id = newId()
  const at = new Date()
  const originalSha256 = await sha256Of(db, customerId, documents.signed)
  const decided = { status: 'accepted', decidedAt: at, signerDocument: identity.cpf } as const
  await insert(db, target, { id, documentId: documents.signed, originalSha256, ...decided })
  await addEvidence(db, { customerId, id }, { kind: 'accepted', at, details: { name: identity.name, originalSha256 } })
  await sealAcceptance(db, { customerId, id }, at, addFinalFile)
  return id
}

type Row = typeof acceptances.$inferInsert

async function insert(
  db: Primary,
  { customerId, identity }: Target,
  row: Partial<Row> & Pick<Row, 'id' | 'documentId'>,
) {
  const signer = {
    signerName: identity.name,
    channel: 'email',
    address: identity.email,
    terms: `Termo de ${identity.name}`,
  } as const
  const file = { protocol: newProtocol(), originalSha256: '0'.repeat(64) }
  await db.insert(acceptances).values({ customerId, ...signer, ...file, expiresAt: tomorrow(), ...row })
}

async function sha256Of(db: Primary, customerId: string, documentId: string): Promise<string> {
  const original = and(eq(documentFiles.customerId, customerId), eq(documentFiles.documentId, documentId))
  const [file] = await db.select({ sha256: documentFiles.sha256 }).from(documentFiles).where(original)
  return file!.sha256
}
