import type { SectionProps } from '@/components/profile/section'
import { Card, CardBody, CardRow } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { toAgenda, toNewReminder, toReminder, toReservation } from '@/lib/agenda/paths'
import { type Appointment, listAppointments } from '@/lib/agenda/queries/next'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { today } from '@/lib/kernel/today'

const SHOWN = 2

/** The earliest open reminders and reservations. They are not read when the header counts none. */
export async function NextAppointmentCard({ ctx, customer, i18n }: SectionProps) {
  const { t } = i18n
  const { agenda, reservations } = customer.counts
  const appointments = agenda || reservations ? await listAppointments(ctx, customer, SHOWN) : []
  const add = ctx.viewer.can('agenda.work') && (
    <Link href={toNewReminder(customer.id)}>{t('agenda.reminders.new')}</Link>
  )
  return (
    <Card
      title={t('agenda.next.title')}
      action={appointments.length ? <Link href={toAgenda(customer.id)}>{t('profile.seeAll')}</Link> : add}
    >
      {appointments.map((appointment) => (
        <CardRow
          key={appointment.id}
          end={appointment.on < today(ctx.now) && <Chip tone="bad">{t('agenda.next.overdue')}</Chip>}
        >
          <Link className="link" href={hrefOf(customer.id, appointment)}>
            {whenWords(appointment, i18n)}
          </Link>
          <small>
            {t(`agenda.next.${appointment.kind}`)}: {appointment.text}
          </small>
        </CardRow>
      ))}
      {!appointments.length && <CardBody>{t('agenda.next.none')}</CardBody>}
    </Card>
  )
}

const hrefOf = (customerId: string, { kind, id }: Appointment) =>
  kind === 'reminder' ? toReminder(customerId, id) : toReservation(customerId, id)

const whenWords = (appointment: Appointment, i18n: I18n): string =>
  appointment.kind === 'reminder' ? formatDay(appointment.on, i18n) : i18n.format.dateTime(appointment.at, 'dayTime')
