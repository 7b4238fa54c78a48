import { notFound } from 'next/navigation'
import { ReasonStatus } from '@/components/agenda/reason-columns'
import { periodWords } from '@/components/agenda/words'
import { ActionButton } from '@/components/forms/action-button'
import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { TextField } from '@/components/forms/text-field'
import { Card, CardBody } from '@/components/ui/card'
import { DefinitionList } from '@/components/ui/definition-list'
import { MessageCircle, Phone } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { cancelReasonAction, startInteractionAction } from '@/lib/agenda/actions'
import { toAgenda } from '@/lib/agenda/paths'
import { getReason, type ReasonView } from '@/lib/agenda/queries/reasons'
import { MEANS } from '@/lib/agenda/schema'
import { profilePage, profileTitled } from '../../../_profile/profile-page'
import type { ProfilePage } from '../../../_profile/props'

export const generateMetadata = profileTitled('agenda.read')

/** One reason with its message, and the buttons that start a contact or cancel it (B5). */
export default profilePage('agenda.read', {
  section: 'agenda',
  render: async (page) => {
    const { ctx, customer, params, i18n, t } = page
    const reason = await getReason(ctx, customer, params.reasonId)
    if (!reason) notFound()
    const mayWork = ctx.viewer.can('agenda.work') && reason.status === 'pending'
    const facts = [
      { label: t('agenda.columns.status'), value: <ReasonStatus row={reason} i18n={i18n} /> },
      { label: t('agenda.columns.number'), value: reason.number },
      { label: t('agenda.columns.period'), value: periodWords(reason, i18n) },
      { label: t('agenda.columns.store'), value: reason.storeName },
      { label: t('agenda.columns.seller'), value: reason.sellerName ?? t('agenda.anySeller') },
      { label: t('agenda.columns.createdAt'), value: i18n.format.dateTime(reason.createdAt, 'dayTime') },
      ...(reason.message ? [{ label: t('agenda.reasons.message'), value: reason.message }] : []),
    ]
    return (
      <div className="grid gap-4">
        <Link className="link text-sm" href={toAgenda(customer.id)}>
          {t('agenda.back')}
        </Link>
        <Card title={reason.reason}>
          <DefinitionList items={facts} />
        </Card>
        {mayWork && <StartCard {...page} reason={reason} />}
        {mayWork && <CancelCard {...page} reason={reason} />}
      </div>
    )
  },
})

type Part = ProfilePage & { reason: ReasonView }

const ICONS = { call: Phone, whatsapp: MessageCircle }

const StartCard = ({ customer, reason, t }: Part) => (
  <Card title={t('agenda.start.title')}>
    <CardBody>
      <div className="flex flex-wrap gap-2">
        {MEANS.map((means) => (
          <ActionButton
            key={means}
            id={`start-${means}`}
            action={startInteractionAction}
            fields={{ customerId: customer.id, reasonId: reason.id, means }}
            label={t(`agenda.start.${means}`)}
            icon={ICONS[means]}
            variant="primary"
          />
        ))}
      </div>
    </CardBody>
  </Card>
)

const CancelCard = ({ customer, reason, t }: Part) => (
  <Card id="cancel" title={t('agenda.cancel.title')}>
    <CardBody>
      <p className="text-ink-2 mb-3">{t('agenda.cancel.text')}</p>
      <ActionForm
        action={cancelReasonAction}
        submit={t('agenda.cancel.submit')}
        variant="danger"
        hidden={{ customerId: customer.id, reasonId: reason.id, version: String(reason.version) }}
        texts={formTexts(t)}
      >
        <TextField name="cause" label={t('agenda.cancel.cause')} maxLength={300} autoComplete="off" required />
      </ActionForm>
    </CardBody>
  </Card>
)
