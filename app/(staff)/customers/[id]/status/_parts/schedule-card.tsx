import { ActionForm } from '@/components/forms/action-form'
import { DateField } from '@/components/forms/date-field'
import { formTexts } from '@/components/forms/form-texts'
import { SelectField } from '@/components/forms/select-field'
import { TextField } from '@/components/forms/text-field'
import { timeZoneOptions } from '@/components/pipeline/time-zones'
import { positionOptions } from '@/components/pipeline/words'
import { Card, CardBody } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { env } from '@/lib/env'
import { today } from '@/lib/kernel/today'
import { scheduleStatusAction } from '@/lib/pipeline/actions'
import { toStatus } from '@/lib/pipeline/paths'
import type { StatusPage } from './props'

/** The form that schedules a change, or replaces the scheduled one. `?zones=all` offers every time zone. */
export function ScheduleCard(page: StatusPage) {
  const { ctx, customer, search, subStatuses, i18n, t } = page
  const { pending } = customer.pipeline
  const timeZone = pending?.timeZone ?? env().COMPANY_TIME_ZONE
  const isEvery = search.zones === 'all'
  return (
    <Card id="schedule" title={t(pending ? 'pipeline.status.replace' : 'pipeline.status.schedule')}>
      <CardBody>
        <p className="text-ink-2 mb-3">{t('pipeline.status.scheduleText')}</p>
        <ActionForm
          action={scheduleStatusAction}
          submit={t(pending ? 'pipeline.status.replaceSubmit' : 'pipeline.status.scheduleSubmit')}
          variant="secondary"
          hidden={{ customerId: customer.id, replaces: pending?.id ?? '' }}
          texts={formTexts(t)}
        >
          <SelectField
            name="to"
            label={t('pipeline.status.to')}
            required
            options={positionOptions(subStatuses, null, i18n).filter(({ value }) => value !== customer.pipelineStatus)}
            defaultValue={customer.pipelineStatus === 'in_progress' ? 'won' : 'in_progress'}
          />
          <DateField name="day" label={t('pipeline.status.day')} min={today(ctx.now)} required />
          <TextField name="time" type="time" label={t('pipeline.status.time')} defaultValue="09:00" required />
          <SelectField
            name="timeZone"
            label={t('pipeline.status.zone')}
            hint={t('pipeline.status.rule')}
            defaultValue={timeZone}
            required
            options={timeZoneOptions(isEvery, timeZone)}
          />
          {!isEvery && (
            <Link className="link" href={`${toStatus(customer.id)}?zones=all#schedule`}>
              {t('pipeline.status.zoneOthers')}
            </Link>
          )}
        </ActionForm>
      </CardBody>
    </Card>
  )
}
