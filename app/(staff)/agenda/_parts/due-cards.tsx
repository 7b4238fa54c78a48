import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { toReminder, toReservation } from '@/lib/agenda/paths'
import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { today } from '@/lib/kernel/today'
import { AGENDA_MEANS } from '@/lib/seller-agenda/contact-options'
import { SETTLE_FORM, toContact } from '@/lib/seller-agenda/paths'
import type { Agenda } from '@/lib/seller-agenda/read-agenda'
import { MeansButton } from './means-button'

type Props<Key extends keyof Agenda> = { [K in Key]: Agenda[K] } & { canWork: boolean; now: Date; i18n: I18n }

/** The contacts of the seller that have no result yet, and when they close by themselves. */
export function OpenCard({ open, canWork, i18n: { t, format } }: Props<'open'>) {
  if (!open.length) return null
  return (
    <Card id="open" title={t('sellerAgenda.open.title')}>
      <StaticHtml as="ul" className="agenda-list">
        {open.map(({ id, means, startedAt, closesAt, ...customer }) => (
          <li key={id} className="agenda-row agenda-open">
            <div className="agenda-who">
              <b className="agenda-name">{customer.customerName}</b>
            </div>
            <p className="agenda-facts">
              {t('sellerAgenda.open.started', {
                means: t(`agenda.means.${means}`),
                time: format.dateTime(startedAt, 'time'),
              })}
              {' · '}
              {t('sellerAgenda.open.closes', { time: format.dateTime(closesAt, 'time') })}
            </p>
            {canWork && (
              <div className="agenda-ways">
                <ButtonLink
                  variant="primary"
                  href={toContact({ customerId: customer.customerId, interactionId: id })}
                  aria-label={`${t('sellerAgenda.open.record')}: ${customer.customerName}`}
                >
                  {t('sellerAgenda.open.record')}
                </ButtonLink>
              </div>
            )}
          </li>
        ))}
      </StaticHtml>
    </Card>
  )
}

/** The reminders of today and of earlier days. */
export function RemindersCard({ reminders: { rows, hasMore }, canWork, now, i18n }: Props<'reminders'>) {
  const { t } = i18n
  if (!rows.length) return null
  return (
    <Card id="reminders" title={t('sellerAgenda.reminders.title')}>
      <StaticHtml as="ul" className="agenda-list">
        {rows.map((row) => (
          <li key={row.id} className="agenda-row">
            <div className="agenda-who">
              <Link className="agenda-name" href={toReminder(row.customerId, row.id)}>
                {row.customerName}
              </Link>
              {row.scheduledOn < today(now) && (
                <Chip tone="warn">{t('sellerAgenda.reminders.since', { day: formatDay(row.scheduledOn, i18n) })}</Chip>
              )}
            </div>
            <p className="agenda-why">{row.comment}</p>
            <div className="agenda-ways">
              {AGENDA_MEANS.map((means) => (
                <MeansButton
                  key={means}
                  means={means}
                  option={row.options[means]}
                  customer={row}
                  reasonId=""
                  canStart={canWork}
                  now={now}
                  i18n={i18n}
                />
              ))}
              {canWork && (
                <Button
                  id={`complete-${row.id}`}
                  form={SETTLE_FORM}
                  name="intent"
                  value={`complete:${row.customerId}:${row.id}:${row.version}`}
                  aria-label={t('sellerAgenda.reminders.doneFor', { name: row.customerName })}
                >
                  {t('sellerAgenda.reminders.done')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </StaticHtml>
      {hasMore && <p className="agenda-more">{t('sellerAgenda.reminders.more')}</p>}
    </Card>
  )
}

/** The reservations that wait for a confirmation. */
export function ReservationsCard({ reservations: { rows, hasMore }, canWork, i18n }: Props<'reservations'>) {
  const { t, format } = i18n
  if (!rows.length) return null
  return (
    <Card id="reservations" title={t('sellerAgenda.reservations.title')}>
      <StaticHtml as="ul" className="agenda-list">
        {rows.map((row) => (
          <li key={row.id} className="agenda-row">
            <div className="agenda-who">
              <Link className="agenda-name" href={toReservation(row.customerId, row.id)}>
                {row.customerName}
              </Link>
            </div>
            <p className="agenda-why">
              {t('sellerAgenda.reservations.product', {
                quantity: format.number(Number(row.quantity)),
                product: row.product,
              })}
            </p>
            <p className="agenda-facts">
              {t('sellerAgenda.reservations.pickUp', { when: format.dateTime(row.pickUpAt, 'dayTime') })} ·{' '}
              {row.storeName}
            </p>
            {canWork && (
              <div className="agenda-ways">
                <Button
                  id={`confirm-${row.id}`}
                  form={SETTLE_FORM}
                  name="intent"
                  value={`confirm:${row.customerId}:${row.id}:${row.version}`}
                  aria-label={t('sellerAgenda.reservations.confirmFor', { name: row.customerName })}
                >
                  {t('sellerAgenda.reservations.confirm')}
                </Button>
                <ButtonLink variant="quiet" href={toReservation(row.customerId, row.id)}>
                  {t('sellerAgenda.reservations.other')}
                </ButtonLink>
              </div>
            )}
          </li>
        ))}
      </StaticHtml>
      {hasMore && <p className="agenda-more">{t('sellerAgenda.reservations.more')}</p>}
    </Card>
  )
}
