import { Chip, type Tone } from '@/components/ui/chip'
import type { DeliveryRow } from '@/lib/outbox/list'
import type { I18n } from '@/lib/i18n/translator'

type Shown = Pick<DeliveryRow, 'state' | 'sendState' | 'provider'>

const TONES: Record<NonNullable<DeliveryRow['sendState']>, Tone> = {
  queued: 'neutral', sent: 'accent', failed: 'bad', delivered: 'ok', bounced: 'bad', opened: 'ok', clicked: 'ok', replied: 'ok', complained: 'bad',
}

/** What is known of it: before it left its place in the queue, after that the latest report. */
export function StateChip({ delivery: { state, sendState }, t }: { delivery: Shown; t: I18n['t'] }) {
  if (state === 'dead') return <Chip tone="bad">{t('sending.outbox.states.dead')}</Chip>
  if (state !== 'sent') return <Chip>{t(`sending.outbox.states.${state}`)}</Chip>
  const told = sendState && sendState !== 'queued' ? sendState : 'sent'
  return <Chip tone={TONES[told]}>{t(`sending.states.${told}`)}</Chip>
}
