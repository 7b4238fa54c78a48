import { createHash } from 'node:crypto'
import type { SEND_CHANNELS } from '@/db/schema/journeys'
import { parseEmail } from '@/lib/values/emails'
import { parsePhone } from '@/lib/values/phones'

export type SendChannel = (typeof SEND_CHANNELS)[number]

/** Normalizes a typed address (to E.164 or lower case), or returns null if the channel cannot reach it. */
export function parseRecipient(channel: SendChannel, typed: string): string | null {
  const text = typed.trim()
  if (channel === 'email') return parseEmail(text)?.normalized ?? null
  const phone = parsePhone(text)
  if (!phone || (channel === 'sms' && phone.kind === 'landline')) return null
  return phone.e164
}

/** A suppression stores only this hash of an address. */
export const addressHash = (address: string): Buffer => createHash('sha256').update(address).digest()
