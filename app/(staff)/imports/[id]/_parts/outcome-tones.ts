import type { Tone } from '@/components/ui/chip'
import type { Outcome } from '@/lib/imports/kinds/rows'

/** The colour of what becomes of a row. */
export const OUTCOME_TONES: Record<Outcome, Tone> = {
  created: 'ok',
  changed: 'accent',
  unchanged: 'neutral',
  waiting: 'warn',
  rejected: 'bad',
}
