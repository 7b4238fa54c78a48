import { ActionForm } from '@/components/forms/action-form'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { positionOptions, positionWords } from '@/components/pipeline/words'
import { Card, CardBody } from '@/components/ui/card'
import { safePath } from '@/lib/http/safe-path'
import { changeStatusAction } from '@/lib/pipeline/actions'
import { positionText } from '@/lib/pipeline/position'
import { toStatus } from '@/lib/pipeline/paths'
import { currentPosition, type StatusPage } from './props'

/** The form that changes the status now. */
export function ChangeCard(page: StatusPage) {
  const { customer, search, subStatuses, i18n, t } = page
  const current = currentPosition(page)
  const from = positionText(current)
  const since = customer.pipelineChangedAt ?? customer.createdAt
  const returnTo = safePath(search.from, toStatus(customer.id))
  return (
    <Card title={t('pipeline.status.title')}>
      <CardBody>
        <p className="mb-3">
          <b>
            {t('pipeline.status.current', {
              status: positionWords(customer.pipelineStatus, customer.pipeline.subStatus, i18n),
            })}
          </b>{' '}
          <span className="text-ink-3">
            {t('pipeline.status.since', { date: i18n.format.dateTime(since, 'dayTime') })}
          </span>
        </p>
        <ActionForm
          action={changeStatusAction}
          submit={t('pipeline.status.submit')}
          cancelHref={search.from && returnTo}
          hidden={{ customerId: customer.id, from, ...(search.from && { returnTo }) }}
          texts={formTexts(t)}
        >
          <SelectField
            name="to"
            label={t('pipeline.status.to')}
            defaultValue={from}
            required
            options={positionOptions(subStatuses, current, i18n)}
          />
        </ActionForm>
      </CardBody>
    </Card>
  )
}
