import { Chip, type Tone } from '@/components/ui/chip'
import type { ImportRow } from '@/lib/imports/queries'
import type { I18n } from '@/lib/i18n/translator'

type Status = ImportRow['status']

const TONES: Record<Status, Tone> = {
  uploaded: 'warn',
  queued: 'accent',
  running: 'accent',
  paused: 'warn',
  finished: 'ok',
  cancelled: 'neutral',
  failed: 'bad',
}

export const StatusChip = ({ status, t }: { status: Status; t: I18n['t'] }) => (
  <Chip tone={TONES[status]}>{t(`imports.statuses.${status}`)}</Chip>
)
