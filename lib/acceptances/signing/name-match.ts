import type { Primary } from '@/db/handles'
import { addEvidence, detailsOf, type EvidenceRow } from '@/lib/evidence/evidence'
import { invalid, type Failure } from '@/lib/kernel/result'
import type { PublicContext } from '@/lib/kernel/context'
import { isSameName } from '@/lib/values/same-name'
import { isCnpj } from '@/lib/values/tax-id'
import { signerNames } from '../signer-names'
import { change, type Acceptance } from './lock'

/** `company`: a person signs for a company, so there is no name to compare. */
export type NameMatch = 'same' | 'differs' | 'company'

/** The same name sent again within this time is a double click, not an answer to the question. */
const QUESTION_SECONDS = 3

type Signer = Pick<Acceptance, 'signerName' | 'signerDocument'>

/** Compares a typed name with the civil name and the social name (nome social) at the time of the request. */
export function matchName(signer: Signer, evidence: readonly EvidenceRow[], typed: string): NameMatch {
  const { signerKind } = detailsOf(evidence.find(({ kind }) => kind === 'requested') ?? { details: null })
  if (signerKind === 'company' || (signer.signerDocument && isCnpj(signer.signerDocument))) return 'company'
  const { shown } = signerNames(signer, evidence)
  const [, ...family] = signer.signerName.trim().split(/\s+/)
  // A social name may be complete, or only the first name.
  const names = [signer.signerName, shown, [shown, ...family].join(' ')]
  return names.some((name) => isSameName(typed, name)) ? 'same' : 'differs'
}

/**
 * Returns the comparison of the typed name, or asks about a name that differs: refusal `acceptances.name_differs` in the field `name`. If the
 * same name is sent again, it is accepted and recorded as differing. The question counts as a try of the code, so that nobody can use it to
 * find the registered name. The question is recorded, so the caller must commit the transaction of this refusal.
 */
export async function askAboutName(
  tx: Primary,
  { now: at, ipAddress: ip, userAgent }: PublicContext,
  acceptance: Acceptance,
  evidence: readonly EvidenceRow[],
  name: string,
): Promise<{ ok: true; match: NameMatch } | { ok: false; failure: Failure }> {
  const match = matchName(acceptance, evidence, name)
  const wasAsked = evidence.some(
    (row) =>
      row.kind === 'name_differed' &&
      detailsOf(row).name === name &&
      at.getTime() - row.at.getTime() >= QUESTION_SECONDS * 1000,
  )
  if (match !== 'differs' || wasAsked) return { ok: true, match }
  await change(tx, acceptance, { codeTries: acceptance.codeTries + 1 })
  await addEvidence(tx, acceptance, { kind: 'name_differed', at, ip, userAgent, details: { name } })
  return invalid({ name: 'acceptances.name_differs' })
}
