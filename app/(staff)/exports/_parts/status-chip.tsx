import { Chip, type Tone } from '@/components/ui/chip'
import type { ExportRow } from '@/lib/exports/queries'
import type { I18n } from '@/lib/i18n/translator'

type Status = ExportRow['status']

const TONES: Record<Status, Tone> = {
  queued: 'accent',
  running: 'accent',
  finished: 'ok',
  cancelled: 'neutral',
  failed: 'bad',
}

export const StatusChip = ({ status, t }: { status: Status; t: I18n['t'] }) => (
  <Chip tone={TONES[status]}>{t(`exports.status.${status}`)}</Chip>
)
