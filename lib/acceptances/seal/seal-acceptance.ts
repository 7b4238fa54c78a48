import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import { buffer } from 'node:stream/consumers'
import type { Primary } from '@/db/handles'
import { acceptanceKeys, acceptances, documentFiles, documents } from '@/db/schema'
import { i18n } from '@/lib/i18n/translator'
import { enqueue } from '@/lib/jobs/boss'
import { readFile } from '@/lib/storage/read'
import { discardStaged, newKey, recordStaged, stageFile } from '@/lib/storage/staged'
import { storage } from '@/lib/storage/storage'
import { addEvidence, isIntact, listEvidence, type Whole } from '@/lib/evidence/evidence'
import { change, lockAcceptance } from '../signing/lock'
import { buildFinal, sha256Of, type FinalPdf } from './build-final'
import type { Sealed } from './laudo'

type FinalFile = { name: string; storageKey: string; sha256: string; bytes: number; pages: number; createdAt: Date }

/** Adds the final PDF to its document; false when the document is deleted (lib/documents/add-final-file.ts). */
export type AddFinalFile = (
  tx: Primary,
  document: { customerId: string; documentId: string },
  file: FinalFile,
) => Promise<boolean>

/**
 * Creates and stores the final document of an acceptance. Does nothing if it exists already, so that it may run twice, or if the
 * document was deleted.
 * @throws Error when the original is missing or is not the accepted one, or when the chain of evidence is broken: nothing is sealed then.
 */
export async function sealAcceptance(db: Primary, whole: Whole, now: Date, addFinalFile: AddFinalFile): Promise<void> {
  const found = await read(db, whole)
  if (!found) return
  const original = await originalOf(found.storageKey, found.sealed.acceptance.originalSha256)
  if (!isIntact(found.sealed.evidence)) throw new Error(`the evidence of acceptance ${whole.id} does not hold`)
  const final = await buildFinal(original, found.sealed, now)
  const storageKey = await stageFile(db, newKey('documents'), (key) => storage().put(key, final.pdf))
  let recorded = false
  try {
    recorded = await db.transaction((tx) => keep(tx, found.sealed, final, storageKey, now, addFinalFile))
  } finally {
    if (!recorded) await discardStaged(db, [storageKey])
  }
}

/** Reads everything that sealing needs, or returns null if there is nothing to do. */
async function read(db: Primary, whole: Whole): Promise<{ sealed: Sealed; storageKey: string } | null> {
  const [row] = await db
    .select({ acceptance: acceptances, title: documents.title, number: documents.number, file: documentFiles })
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
    .where(
      and(
        eq(acceptances.customerId, whole.customerId),
        eq(acceptances.id, whole.id),
        eq(acceptances.status, 'accepted'),
        isNull(acceptances.finalSha256),
        isNull(documents.deletedAt),
      ),
    )
  if (!row) return null
  const { acceptance, title, number, file } = row
  const document = { title, number, fileName: file.name, pages: file.pages }
  return { sealed: { acceptance, document, evidence: await listEvidence(db, whole) }, storageKey: file.storageKey }
}

async function originalOf(storageKey: string, sha256: string): Promise<Buffer> {
  const stream = await readFile(storageKey)
  if (!stream) throw new Error(`the original ${sha256} is not in the storage`)
  const bytes = await buffer(stream)
  if (sha256Of(bytes) !== sha256) throw new Error(`the file in the place of ${sha256} is another one`)
  return bytes
}

/** Returns false, and records nothing, when the document was deleted or is sealed already. */
async function keep(
  tx: Primary,
  { acceptance, document }: Sealed,
  final: FinalPdf,
  storageKey: string,
  now: Date,
  addFinalFile: AddFinalFile,
): Promise<boolean> {
  const locked = await lockAcceptance(tx, acceptance)
  if (!locked || locked.finalSha256) return false
  const { customerId, id, documentId } = locked
  const { sha256, pages, pdf, signedBy } = final
  const name = i18n('pt-BR').t('acceptances.laudo.finalName', { name: document.fileName.replace(/\.pdf$/i, '') })
  const file = { name, storageKey, sha256, bytes: pdf.length, pages, createdAt: now }
  if (!(await addFinalFile(tx, { customerId, documentId }, file))) return false
  await recordStaged(tx, storageKey)
  await tx.insert(acceptanceKeys).values({ key: sha256, kind: 'final', customerId, acceptanceId: id })
  await change(tx, locked, { finalSha256: sha256 })
  await addEvidence(tx, locked, { kind: 'sealed', at: now, details: { finalSha256: sha256, pages, signedBy } })
  return true
}

const BATCH = 100

/** Queues sealing again for accepted documents that should have a final document by now, the oldest first. */
export async function requeueUnsealed(db: Primary, before: Date): Promise<void> {
  const rows = await db
    .select({ customerId: acceptances.customerId, id: acceptances.id })
    .from(acceptances)
    .innerJoin(
      documents,
      and(eq(documents.customerId, acceptances.customerId), eq(documents.id, acceptances.documentId)),
    )
    .where(
      and(
        eq(acceptances.status, 'accepted'),
        isNull(acceptances.finalSha256),
        lt(acceptances.decidedAt, before),
        isNull(documents.deletedAt),
      ),
    )
    .orderBy(asc(acceptances.decidedAt))
    .limit(BATCH)
  for (const { customerId, id } of rows) await enqueue(db, 'seal-acceptances', { customerId, acceptanceId: id }, id)
}
