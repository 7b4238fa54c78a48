import { detailsOf, type EvidenceRow } from '@/lib/evidence/evidence'

type Signer = { signerName: string }

/** The name of a signer to show, and the civil name beside it if the shown one is a social name. The evidence of the request has both. */
export function signerNames({ signerName }: Signer, evidence: readonly EvidenceRow[]) {
  const requested = evidence.find(({ kind }) => kind === 'requested')
  const { signerSocialName } = detailsOf(requested ?? { details: null })
  return typeof signerSocialName === 'string'
    ? { shown: signerSocialName, civil: signerName }
    : { shown: signerName, civil: null }
}
