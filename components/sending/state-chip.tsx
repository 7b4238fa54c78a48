import { Chip, type Tone } from '@/components/ui/chip'
import type { SEND_STATES } from '@/db/schema/sending'
import type { I18n } from '@/lib/i18n/translator'

type SendState = (typeof SEND_STATES)[number]

/** Muted for success, red where somebody has to act. */
const TONES: Record<SendState, Tone> = {
  queued: 'neutral',
  sent: 'neutral',
  failed: 'bad',
  delivered: 'ok',
  bounced: 'bad',
  opened: 'ok',
  clicked: 'ok',
  replied: 'accent',
  complained: 'bad',
}

export const StateChip = ({ state, t }: { state: SendState; t: I18n['t'] }) => (
  <Chip tone={TONES[state]}>{t(`sending.states.${state}`)}</Chip>
)
