import { StateChip } from '@/components/sending/state-chip'
import { Chip } from '@/components/ui/chip'
import type { DeliveryRow } from '@/lib/outbox/list'
import type { I18n } from '@/lib/i18n/translator'

type Shown = Pick<DeliveryRow, 'state' | 'sendState' | 'provider'>

/** The state of a delivery: its state in the queue before it is sent, the latest reported event after that. */
export function DeliveryChip({ delivery: { state, sendState }, t }: { delivery: Shown; t: I18n['t'] }) {
  if (state === 'dead') return <Chip tone="bad">{t('sending.outbox.states.dead')}</Chip>
  if (state !== 'sent') return <Chip>{t(`sending.outbox.states.${state}`)}</Chip>
  return <StateChip state={sendState && sendState !== 'queued' ? sendState : 'sent'} t={t} />
}
