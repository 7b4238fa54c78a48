import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { RadioGroupField } from '@/components/forms/radio-group-field'
import { TextAreaField } from '@/components/forms/text-area-field'
import { Card, CardBody } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import type { PointSuppression } from '@/lib/contact-policy/policy'
import { CONSENT_SOURCES } from '@/lib/consents/schema'
import { liftSuppressionAction } from '@/lib/sending/actions'
import type { Part } from './props'

type Props = Part & { suppression: PointSuppression }

/** Says why and since when the address is suspended. Viewers with the permission get the form that allows it again. */
export function SuppressionCard({ ctx, customer, point, suppression: { reason, at }, i18n, t }: Props) {
  const date = i18n.format.dateTime(at, 'day')
  return (
    <Card
      id="suppression"
      title={t('sending.lift.title')}
      action={<Chip tone="bad">{t(`sending.states.${reason === 'unsubscribed' ? 'complained' : reason}`)}</Chip>}
    >
      <CardBody>
        <p className="text-ink-2">{t(`sending.dated.${reason}`, { date })}</p>
        {ctx.viewer.can('contacts.lift') ? (
          <ActionForm
            action={liftSuppressionAction}
            submit={t('sending.lift.submit')}
            hidden={{ customerId: customer.id, pointId: point.id }}
            texts={formTexts(t)}
          >
            <p className="text-ink-3 text-xs">
              {t(reason === 'complained' ? 'sending.lift.afterComplaint' : 'sending.lift.text')}
            </p>
            <TextAreaField
              name="reason"
              label={t('sending.lift.reason')}
              hint={t('sending.lift.reasonHint')}
              required
              rows={2}
              maxLength={300}
            />
            <RadioGroupField
              name="source"
              label={t('sending.lift.source')}
              required
              options={CONSENT_SOURCES.map((source) => ({ value: source, label: t(`consents.source.${source}`) }))}
            />
          </ActionForm>
        ) : (
          <p className="text-ink-3 text-xs">{t('sending.lift.ask')}</p>
        )}
      </CardBody>
    </Card>
  )
}
