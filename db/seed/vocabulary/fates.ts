import type { Fate } from '../life/sends'

/** What may become of a send, in minutes after it. */
export const FATES = {
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
} as const satisfies Record<string, Fate>
