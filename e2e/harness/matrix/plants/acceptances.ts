import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptances, documentFiles } from '@/db/schema'
import { codeHash } from '@/lib/acceptances/code'
import { addEvidence } from '@/lib/acceptances/evidence'
import { newProtocol } from '@/lib/acceptances/protocol'
import { sealAcceptance } from '@/lib/acceptances/seal/seal-acceptance'
import { newId } from '@/lib/values/ids'
import { ACCEPTANCES, eachInTurn, type Known } from '../known'
import type { Identity } from '../secrets'
import { tomorrow } from './days'
import { plantLink } from './links'
import { addFinalFile } from '@/lib/documents/add-final-file'

/** The code that every planted acceptance was sent. */
export const CODE = '271828'

type Of = { customerId: string; documents: Known['documents']; who: Identity }

/** The tokens of three acceptances that wait for an answer, and the id of an accepted one with its final document. */
export async function plantAcceptances(db: Primary, of: Of): Promise<Known['acceptances'] & { signed: string }> {
  const { customerId } = of
  const waiting = await eachInTurn(ACCEPTANCES, async (use) => {
    const id = newId()
    const code =
      use === 'code' ? {} : { codeHash: codeHash(id, CODE), codeExpiresAt: tomorrow(), codeSentAt: new Date() }
    await insert(db, of, { id, documentId: of.documents.request, ...code })
    return plantLink(db, 'acceptance', { customerId, subjectId: id, expiresAt: tomorrow() })
  })
  return { ...waiting, signed: await plantAccepted(db, of) }
}

async function plantAccepted(db: Primary, of: Of): Promise<string> {
  const { customerId, documents, who } = of
  const id = newId()
  const at = new Date()
  const originalSha256 = await sha256Of(db, customerId, documents.signed)
  const decided = { status: 'accepted', decidedAt: at, signerDocument: who.cpf } as const
  await insert(db, of, { id, documentId: documents.signed, originalSha256, ...decided })
  await addEvidence(db, { customerId, id }, { kind: 'accepted', at, details: { name: who.name, originalSha256 } })
  await sealAcceptance(db, { customerId, id }, at, addFinalFile)
  return id
}

type Row = typeof acceptances.$inferInsert

async function insert(db: Primary, { customerId, who }: Of, row: Partial<Row> & Pick<Row, 'id' | 'documentId'>) {
  const signer = { signerName: who.name, channel: 'email', address: who.email, terms: `Termo de ${who.name}` } as const
  const file = { protocol: newProtocol(), originalSha256: '0'.repeat(64) }
  await db.insert(acceptances).values({ customerId, ...signer, ...file, expiresAt: tomorrow(), ...row })
}

async function sha256Of(db: Primary, customerId: string, documentId: string): Promise<string> {
  const original = and(eq(documentFiles.customerId, customerId), eq(documentFiles.documentId, documentId))
  const [file] = await db.select({ sha256: documentFiles.sha256 }).from(documentFiles).where(original)
  return file!.sha256
}
