import { RESERVATION_TONES, SITUATION_TONES } from '@/components/agenda/words'
import { Chip } from '@/components/ui/chip'
import { Bell, CalendarDays, MessageCircle, Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toInteraction, toReason, toReminder, toReservation } from '@/lib/agenda/paths'
import type { RowParts, RowProps } from './props'
import { shortText } from './short-text'

const PATHS = { reason: toReason, interaction: toInteraction, reminder: toReminder, reservation: toReservation }
const ICONS = { call: Phone, whatsapp: MessageCircle }

export function agendaRow({ event: { id, detail }, customerId, i18n: { t } }: RowProps<'agenda'>): RowParts {
  const { kind, text, by } = detail
  const name = detail.kind === 'interaction' ? t(`agenda.means.${detail.means}`) : t(`agenda.timeline.${kind}`)
  return {
    icon: detail.kind === 'interaction' ? ICONS[detail.means] : kind === 'reminder' ? Bell : CalendarDays,
    title: <Link href={PATHS[kind](customerId, id)}>{text ? shortText(text) : name}</Link>,
    note: [t(`agenda.timeline.${kind}`), detail.kind === 'interaction' && name, by].filter(Boolean).join(' · '),
    end:
      detail.kind === 'interaction' ? (
        <Chip tone={SITUATION_TONES[detail.situation]}>{t(`agenda.situations.${detail.situation}`)}</Chip>
      ) : (
        detail.kind === 'reservation' && (
          <Chip tone={RESERVATION_TONES[detail.status]}>{t(`reservations.statuses.${detail.status}`)}</Chip>
        )
      ),
  }
}
