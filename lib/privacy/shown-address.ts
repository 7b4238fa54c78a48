import type { Viewer } from '@/lib/access/viewer'
import { formatPhone } from '@/lib/values/phones'
import { inClear, maskEmail, maskPhone } from './mask'
import type { SEND_CHANNELS } from '@/db/schema/journeys'

export type ShownAddress = { text: string; masked: boolean }

/** The address of a send, masked for this viewer. An address typed for one send is in clear only for viewers who read personal data. */
export function shownAddress(
  viewer: Viewer,
  revealed: ReadonlySet<string>,
  { channel, address, pointId }: { channel: (typeof SEND_CHANNELS)[number]; address: string; pointId: string | null },
): ShownAddress {
  const masked = !inClear(viewer, revealed, `point:${pointId}`)
  if (channel === 'email') return { text: masked ? maskEmail(address) : address, masked }
  return { text: masked ? maskPhone(address) : formatPhone(address), masked }
}
