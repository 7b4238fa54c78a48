import { notFound } from 'next/navigation'
import { outcomeFields } from '@/components/agenda/outcome-fields'
import { SITUATION_TONES } from '@/components/agenda/words'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { DefinitionList } from '@/components/ui/definition-list'
import { Link } from '@/components/ui/link'
import { closeInteractionAction } from '@/lib/agenda/actions'
import { closesAt } from '@/lib/agenda/idle'
import { toAgenda, toReason } from '@/lib/agenda/paths'
import { getInteraction, type InteractionView } from '@/lib/agenda/queries/interactions'
import { profilePage, profileTitled } from '../../../_profile/profile-page'
import type { ProfilePage } from '../../../_profile/props'

export const generateMetadata = profileTitled('agenda.read')

/** One interaction, and the form that closes it with its result (B6). */
export default profilePage('agenda.read', {
  section: 'agenda',
  render: async (page) => {
    const { ctx, customer, params, i18n, t } = page
    const found = await getInteraction(ctx, customer, params.interactionId)
    if (!found) notFound()
    const { situation, reasonId, reason, message, feedback, comment } = found
    const facts = [
      {
        label: t('agenda.columns.situation'),
        value: <Chip tone={SITUATION_TONES[situation]}>{t(`agenda.situations.${situation}`)}</Chip>,
      },
      { label: t('agenda.columns.means'), value: t(`agenda.means.${found.means}`) },
      { label: t('agenda.columns.at'), value: i18n.format.dateTime(found.startedAt, 'dayTime') },
      { label: t('agenda.columns.store'), value: found.storeName },
      { label: t('agenda.columns.seller'), value: found.sellerName },
      ...(reason && reasonId
        ? [
            {
              label: t('agenda.columns.reason'),
              value: (
                <Link className="link" href={toReason(customer.id, reasonId)}>
                  {reason}
                </Link>
              ),
            },
          ]
        : []),
      ...(message ? [{ label: t('agenda.reasons.message'), value: message }] : []),
      ...(feedback ? [{ label: t('agenda.columns.feedback'), value: t(`agenda.feedbacks.${feedback}`) }] : []),
      ...(comment ? [{ label: t('agenda.columns.comment'), value: comment }] : []),
    ]
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toAgenda(customer.id)}>
          {t('agenda.back')}
        </Link>
        <Card title={t('agenda.interactions.one', { number: String(found.number) })}>
          <DefinitionList items={facts} />
        </Card>
        {situation === 'open' && ctx.viewer.can('agenda.work') && <CloseCard {...page} found={found} />}
      </div>
    )
  },
})

const CloseCard = ({ customer, found, i18n, t }: ProfilePage & { found: InteractionView }) => (
  <Card id="close" title={t('agenda.interactions.result')}>
    <CardBody>
      <p className="text-ink-2 mb-3">
        {t('agenda.interactions.closesAt', { time: i18n.format.dateTime(closesAt(found.lastActivityAt), 'time') })}
      </p>
      <ActionForm
        action={closeInteractionAction}
        submit={t('agenda.interactions.close')}
        hidden={{ customerId: customer.id, interactionId: found.id, version: String(found.version) }}
        texts={formTexts(t)}
      >
        {outcomeFields(t, found)}
      </ActionForm>
    </CardBody>
  </Card>
)
