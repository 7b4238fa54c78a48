import type { Primary } from '@/db/handles'
import { record } from '@/lib/audit/record'
import { pdfReasonOf } from '@/lib/pdf/work/pdf-error'
import { addEvidence, listEvidence, type Whole } from '@/lib/evidence/evidence'
import { lockAcceptance } from '../signing/lock'

/**
 * Records once that the final document of an acceptance could not be created, so that staff and the signer see it. A later attempt may
 * succeed, for example with a new certificate.
 */
export async function recordSealFailure(db: Primary, whole: Whole, error: unknown, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const acceptance = await lockAcceptance(tx, whole)
    if (!acceptance || acceptance.status !== 'accepted' || acceptance.finalSha256) return
    if (hasSealFailed(await listEvidence(tx, whole))) return
    const reason = pdfReasonOf(error) ?? 'failed'
    await addEvidence(tx, whole, { kind: 'seal_failed', at: now, details: { reason } })
    const { customerId, protocol } = acceptance
    await record(
      tx,
      { userId: null, requestId: null, now },
      { event: 'acceptance.seal_failed', customerId, subject: `acceptance:${whole.id}`, details: { protocol } },
    )
  })
}

/** Whether another attempt with the same file and certificate would fail again. */
export function isFinalFailure(error: unknown): boolean {
  const reason = pdfReasonOf(error)
  return reason === 'references' || reason === 'active'
}

/** Whether creating the final document has failed so far. */
export const hasSealFailed = (evidence: readonly { kind: string }[]): boolean =>
  evidence.some(({ kind }) => kind === 'seal_failed') && !evidence.some(({ kind }) => kind === 'sealed')
