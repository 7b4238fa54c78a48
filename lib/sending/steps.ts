import type { SEND_STATES } from '@/db/schema'
import type { SendChannel } from './address'
import type { InteractionKind } from './next-state'

/** The instants of a message's delivery events, as the database returns them in JSON. */
export type Happened = Partial<Record<InteractionKind, string>>

type Sent = { channel: SendChannel; state: (typeof SEND_STATES)[number]; happened: Happened }

export const STEPS = ['sent', 'delivered', 'opened', 'clicked'] as const

/**
 * `implied`: a later event proves it, although no event reported it. `unmeasurable`: unknown, because the channel cannot measure it.
 * `no`: the message arrived, but this did not happen. `pending`: the message has not arrived, so it could not happen yet.
 */
export type StepMark = 'done' | 'implied' | 'failed' | 'no' | 'unmeasurable' | 'pending'

export type Step = { step: (typeof STEPS)[number]; mark: StepMark; at: Date | null }

const NOT_ARRIVED = ['queued', 'sent', 'failed', 'bounced']

/** The four steps of a message, in order: sent, delivered, opened, clicked. */
export const stepsOf = (sent: Sent): Step[] =>
  STEPS.map((step) => {
    const mark = MARKS[step](sent)
    const failure = step === 'sent' ? sent.happened.failed : sent.happened.bounced
    const at = mark === 'failed' ? failure : sent.happened[step]
    return { step, mark, at: at ? new Date(at) : null }
  })

const MARKS: Record<Step['step'], (sent: Sent) => StepMark> = {
  sent: ({ state, happened }) => {
    if (state === 'failed') return 'failed'
    if (happened.sent) return 'done'
    return state === 'queued' ? 'pending' : 'implied'
  },
  delivered: ({ state, happened }) => {
    if (state === 'bounced') return 'failed'
    if (happened.delivered) return 'done'
    return NOT_ARRIVED.includes(state) ? 'pending' : 'implied'
  },
  /** Opening an SMS cannot be measured. A click or a reply implies that the message was opened. */
  opened: ({ channel, state, happened }) => {
    if (happened.opened) return 'done'
    if (channel === 'sms') return 'unmeasurable'
    if (happened.clicked || state === 'replied') return 'implied'
    return NOT_ARRIVED.includes(state) ? 'pending' : 'no'
  },
  /** Clicks are tracked in e-mails only. */
  clicked: ({ channel, state, happened }) => {
    if (happened.clicked) return 'done'
    if (channel !== 'email') return 'unmeasurable'
    return NOT_ARRIVED.includes(state) ? 'pending' : 'no'
  },
}
