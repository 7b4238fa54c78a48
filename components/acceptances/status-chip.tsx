import { Chip, type Tone } from '@/components/ui/chip'
import type { AcceptanceStatus } from '@/lib/acceptances/status'
import type { I18n } from '@/lib/i18n/translator'

const TONES: Record<AcceptanceStatus, Tone> = {
  pending: 'warn',
  waiting: 'warn',
  accepted: 'ok',
  refused: 'bad',
  expired: 'neutral',
  cancelled: 'neutral',
}

export const StatusChip = ({ status, t }: { status: AcceptanceStatus; t: I18n['t'] }) => (
  <Chip tone={TONES[status]}>{t(`acceptances.status.${status}`)}</Chip>
)
