import type { Viewer } from '@/lib/access/viewer'
import { shownAddress } from '@/lib/privacy/shown-address'
import type { ConversationChannel } from './inbound-event'

type From = { channel: ConversationChannel; address: string | null; pointId: string | null }

/** The address that a customer wrote from, masked for this viewer; null in a chat without one. */
export function shownFrom(
  viewer: Viewer,
  revealed: ReadonlySet<string>,
  { channel, address, pointId }: From,
): string | null {
  if (!address) return null
  const kind = address.includes('@') ? 'email' : channel === 'sms' ? 'sms' : 'whatsapp'
  return shownAddress(viewer, revealed, { channel: kind, address, pointId }).text
}
