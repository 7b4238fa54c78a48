import { productWords, RESERVATION_TONES } from '@/components/agenda/words'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { CalendarDays, Plus } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { Time } from '@/components/ui/time'
import { toNewReservation, toReservation, toReservations } from '@/lib/agenda/paths'
import { listReservations, type ReservationView } from '@/lib/agenda/queries/reservations'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'

/** The products that stores reserved for the customer, newest first (B4). */
export async function ReservationsSection({ ctx, customer, i18n, search }: SectionProps) {
  const { t } = i18n
  const { reservations, nextCursor } = await listReservations(ctx, customer, search.cursor)
  const add = ctx.viewer.can('agenda.work') && (
    <ButtonLink href={toNewReservation(customer.id)} variant="primary">
      <Plus aria-hidden />
      {t('reservations.new')}
    </ButtonLink>
  )
  return (
    <Card title={reservations.length > 0 && t('reservations.title')} action={reservations.length > 0 && add}>
      {reservations.length ? (
        <DataTable
          caption={t('reservations.title')}
          columns={columnsOf(customer.id, i18n)}
          rows={reservations}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState
          icon={<CalendarDays />}
          title={t('reservations.empty')}
          text={t('reservations.emptyText')}
          action={add}
        />
      )}
      <SectionPager i18n={i18n} path={toReservations(customer.id)} cursor={search.cursor} nextCursor={nextCursor} />
    </Card>
  )
}

function columnsOf(customerId: string, i18n: I18n): Column<ReservationView>[] {
  const { t } = i18n
  return [
    {
      key: 'product',
      header: t('reservations.columns.product'),
      primary: true,
      cell: (row) => (
        <Link className="link" href={toReservation(customerId, row.id)}>
          {productWords(row, i18n)}
        </Link>
      ),
    },
    {
      key: 'status',
      header: t('reservations.columns.status'),
      cell: ({ status }) => <Chip tone={RESERVATION_TONES[status]}>{t(`reservations.statuses.${status}`)}</Chip>,
    },
    {
      key: 'reservedOn',
      header: t('reservations.columns.reservedOn'),
      fold: true,
      nowrap: true,
      cell: ({ reservedOn }) => formatDay(reservedOn, i18n),
    },
    {
      key: 'pickUp',
      header: t('reservations.columns.pickUp'),
      fold: true,
      nowrap: true,
      cell: ({ pickUpAt }) => <Time at={pickUpAt} i18n={i18n} />,
    },
    { key: 'store', header: t('reservations.columns.store'), fold: true, cell: ({ storeName }) => storeName },
    {
      key: 'feedback',
      header: t('reservations.columns.feedback'),
      fold: true,
      cell: ({ feedback }) => feedback ?? <span className="none">—</span>,
    },
  ]
}
