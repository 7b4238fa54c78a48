import { Card, CardBody } from '@/components/ui/card'
import { listScheduledChanges } from '@/lib/pipeline/queries'
import { listSubStatuses } from '@/lib/pipeline/sub-statuses'
import { profilePage, profileTitled } from '../_profile/profile-page'
import { ChangeCard } from './_parts/change-card'
import { PendingCard } from './_parts/pending-card'
import { ScheduleCard } from './_parts/schedule-card'
import { ScheduledTable } from './_parts/scheduled-table'

export const generateMetadata = profileTitled('pipeline.edit')

/** Changes the status of the customer now, or schedules it for later; shows what was scheduled before and what became of it (I6). */
export default profilePage('pipeline.edit', {
  section: 'overview',
  render: async (page) => {
    const { ctx, customer, t } = page
    const [subStatuses, scheduled] = await Promise.all([listSubStatuses(ctx), listScheduledChanges(ctx, customer)])
    return (
      <>
        <ChangeCard {...page} subStatuses={subStatuses} />
        {customer.pipeline.pending && <PendingCard {...page} pending={customer.pipeline.pending} />}
        <ScheduleCard {...page} subStatuses={subStatuses} />
        <Card id="scheduled" title={t('pipeline.status.list')}>
          {scheduled.length > 0 ? (
            <ScheduledTable {...page} rows={scheduled} />
          ) : (
            <CardBody>
              <p className="text-ink-3">{t('pipeline.status.none')}</p>
            </CardBody>
          )}
        </Card>
      </>
    )
  },
})
