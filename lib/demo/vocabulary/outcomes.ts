import type { InteractionKind } from '@/lib/sending/next-state'

/** The outcome of a message: each event with its delay in minutes after the send. */
export type Outcome = readonly (readonly [kind: InteractionKind, minutes: number])[]

export const OUTCOMES = {
  clicked: [
    ['sent', 0],
    ['delivered', 1],
    ['opened', 47],
    ['clicked', 49],
  ],
  opened: [
    ['sent', 0],
    ['delivered', 1],
    ['opened', 190],
  ],
  delivered: [
    ['sent', 0],
    ['delivered', 1],
  ],
  sent: [['sent', 0]],
  failed: [['failed', 2]],
  bounced: [
    ['sent', 0],
    ['bounced', 3],
  ],
  complained: [
    ['sent', 0],
    ['delivered', 1],
    ['opened', 12],
    ['complained', 14],
  ],
  replied: [
    ['sent', 0],
    ['delivered', 1],
    ['opened', 6],
    ['replied', 9],
  ],
} as const satisfies Record<string, Outcome>
