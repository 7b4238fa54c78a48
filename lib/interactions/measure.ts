import type { SEND_STATES } from '@/db/schema'
import type { SendChannel } from '@/lib/sending/address'

type Sent = { channel: SendChannel; state: (typeof SEND_STATES)[number]; openedAt: Date | null; clickedAt: Date | null }

/** `unmeasurable` is never a no; `pending` has not arrived, so nobody could have. */
export type Measured = { at: Date } | 'implied' | 'no' | 'unmeasurable' | 'pending'

const NOT_THERE = ['queued', 'sent', 'failed', 'bounced']

/** An SMS tells nothing about its reader. Who clicked or answered has read it, even where the opening was not seen. */
export function opened({ channel, state, openedAt, clickedAt }: Sent): Measured {
  if (openedAt) return { at: openedAt }
  if (channel === 'sms') return 'unmeasurable'
  if (clickedAt || state === 'replied') return 'implied'
  return NOT_THERE.includes(state) ? 'pending' : 'no'
}

/** Links are followed through e-mails only. */
export function clicked({ channel, state, clickedAt }: Sent): Measured {
  if (clickedAt) return { at: clickedAt }
  if (channel !== 'email') return 'unmeasurable'
  return NOT_THERE.includes(state) ? 'pending' : 'no'
}
