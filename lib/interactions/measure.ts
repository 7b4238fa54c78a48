import type { SEND_STATES } from '@/db/schema'
import type { SendChannel } from '@/lib/sending/address'

type Sent = { channel: SendChannel; state: (typeof SEND_STATES)[number]; openedAt: Date | null; clickedAt: Date | null }

/** `unmeasurable` means unknown, not "no". `pending`: the message has not arrived, so nobody could open it yet. */
export type Measured = { at: Date } | 'implied' | 'no' | 'unmeasurable' | 'pending'

const NOT_THERE = ['queued', 'sent', 'failed', 'bounced']

/**
 * Opening an SMS cannot be measured. A click or a reply implies that the message was opened, even without an open
 * event.
 */
export function opened({ channel, state, openedAt, clickedAt }: Sent): Measured {
  if (openedAt) return { at: openedAt }
  if (channel === 'sms') return 'unmeasurable'
  if (clickedAt || state === 'replied') return 'implied'
  return NOT_THERE.includes(state) ? 'pending' : 'no'
}

/** Clicks are tracked in e-mails only. */
export function clicked({ channel, state, clickedAt }: Sent): Measured {
  if (clickedAt) return { at: clickedAt }
  if (channel !== 'email') return 'unmeasurable'
  return NOT_THERE.includes(state) ? 'pending' : 'no'
}
