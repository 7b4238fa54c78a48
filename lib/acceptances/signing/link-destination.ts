import { detailsOf, type EvidenceRow } from '@/lib/evidence/evidence'
import type { SendChannel } from '@/lib/sending/address'
import { tokenHash } from '@/lib/values/tokens'
import type { Acceptance } from './lock'

type LinkDestination = { channel: SendChannel; address: string }

/** Returns where the link with this token was sent. A later link has an entry in the evidence; the first went to the acceptance's address. */
export function linkDestination(
  { channel, address }: Pick<Acceptance, 'channel' | 'address'>,
  evidence: readonly EvidenceRow[],
  token: string,
): LinkDestination {
  const link = tokenHash(token).toString('hex')
  const sent = evidence.filter(({ kind }) => kind === 'link_sent').map(detailsOf)
  const found = sent.find((details) => details.link === link)
  return found ? { channel: found.channel as SendChannel, address: String(found.address) } : { channel, address }
}
