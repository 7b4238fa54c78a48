import type { Viewer } from '@/lib/access/viewer'
import { formatPhone } from '@/lib/values/phones'
import { inClear, maskEmail, maskPhone } from '@/lib/privacy/mask'
import type { SendChannel } from './address'

export type ShownAddress = { text: string; masked: boolean }

/** Where something was sent, as the viewer may see it: an address typed for one send is in clear only to who reads personal data. */
export function shownAddress(
  viewer: Viewer,
  revealed: ReadonlySet<string>,
  { channel, address, pointId }: { channel: SendChannel; address: string; pointId: string | null },
): ShownAddress {
  const masked = !inClear(viewer, revealed, `point:${pointId}`)
  if (channel === 'email') return { text: masked ? maskEmail(address) : address, masked }
  return { text: masked ? maskPhone(address) : formatPhone(address), masked }
}
