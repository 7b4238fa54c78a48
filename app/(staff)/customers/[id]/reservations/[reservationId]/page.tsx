import { notFound } from 'next/navigation'
import { productWords, RESERVATION_TONES } from '@/components/agenda/words'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextAreaField } from '@/components/forms/text-area-field'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { cancelReservationAction, confirmReservationAction } from '@/lib/agenda/actions'
import { toReservations } from '@/lib/agenda/paths'
import { getReservation, type ReservationView } from '@/lib/agenda/queries/reservations'
import { COMMENT_MAX } from '@/lib/agenda/schema'
import { formatDay } from '@/lib/i18n/format-day'
import { profilePage, profileTitled } from '../../_profile/profile-page'
import type { ProfilePage } from '../../_profile/props'

export const generateMetadata = profileTitled('agenda.read')

/** One reservation, and the forms that confirm or cancel it with the customer's feedback (B4). */
export default profilePage('agenda.read', {
  section: 'reservations',
  render: async (page) => {
    const { ctx, customer, params, t } = page
    const found = await getReservation(ctx, customer, params.reservationId)
    if (!found) notFound()
    const mayEnd = found.status === 'waiting' && ctx.viewer.can('agenda.work')
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toReservations(customer.id)}>
          {t('reservations.back')}
        </Link>
        <FactsCard {...page} found={found} />
        {mayEnd && <EndCard {...page} found={found} end="confirm" />}
        {mayEnd && <EndCard {...page} found={found} end="cancel" />}
      </div>
    )
  },
})

type Part = ProfilePage & { found: ReservationView }

function FactsCard({ found, i18n }: Part) {
  const { t, format } = i18n
  const { status, settledAt, settledBy, sellerName, feedback } = found
  const words = t(`reservations.statuses.${status}`)
  const facts = [
    {
      label: t('reservations.columns.status'),
      value: <Chip tone={RESERVATION_TONES[status]}>{words}</Chip>,
      hint:
        settledAt &&
        t('reservations.settledBy', {
          status: words,
          name: settledBy ?? '—',
          date: format.dateTime(settledAt, 'dayTime'),
        }),
    },
    { label: t('reservations.columns.reservedOn'), value: formatDay(found.reservedOn, i18n) },
    { label: t('reservations.columns.pickUp'), value: format.dateTime(found.pickUpAt, 'dayTime') },
    { label: t('reservations.columns.store'), value: found.storeName },
    ...(sellerName ? [{ label: t('reservations.columns.seller'), value: sellerName }] : []),
    ...(feedback ? [{ label: t('reservations.columns.feedback'), value: feedback }] : []),
  ]
  return (
    <Card title={productWords(found, i18n)}>
      <DefinitionList items={facts} />
    </Card>
  )
}

const ACTIONS = { confirm: confirmReservationAction, cancel: cancelReservationAction }

const EndCard = ({ customer, found, end, t }: Part & { end: keyof typeof ACTIONS }) => (
  <Card id={end} title={t(`reservations.${end}.title`)}>
    <CardBody>
      <p className="text-ink-2 mb-3">{t(`reservations.${end}.text`)}</p>
      <ActionForm
        id={`form-${end}`}
        action={ACTIONS[end]}
        submit={t(`reservations.${end}.submit`)}
        variant={end === 'confirm' ? 'primary' : 'danger'}
        hidden={{ customerId: customer.id, reservationId: found.id, version: String(found.version) }}
        texts={formTexts(t)}
      >
        <TextAreaField name="feedback" label={t('reservations.fields.feedback')} rows={2} maxLength={COMMENT_MAX} />
      </ActionForm>
    </CardBody>
  </Card>
)
