import { ScrollText } from '@/components/ui/icons'
import { withQuery } from '@/lib/http/with-query'
import { EventFilter } from '@/components/audit/event-filter'
import { SectionPager } from '@/components/profile/section-pager'
import { Card } from '@/components/ui/card'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { EVENTS } from '@/lib/audit/events'
import { listActors, listAudit } from '@/lib/history/list-all'
import { buttonClass } from '@/components/ui/variants'
import { EXPORT_MAX } from '@/lib/history/export-audit'
import { page, titled } from '@/app/_frame/staff-page'
import { auditColumns } from './_parts/audit-columns'

export const generateMetadata = titled('audit.read', ({ t }) => t('audit.title'))

export default page('audit.read', async ({ ctx, search, i18n, t }) => {
  const { event, actor, from, to, customer, cursor } = search
  const filter = { event, actor, from, to, customer }
  const [{ items, nextCursor }, actors] = await Promise.all([
    listAudit(ctx, { event, actorId: actor, from, to, customerId: customer?.trim() || undefined, cursor }),
    listActors(ctx),
  ])
  const download = (
    <a
      className={buttonClass('secondary')}
      href={withQuery('/api/audit', filter)}
      title={t('audit.export.hint', { most: EXPORT_MAX })}
      download
    >
      {t('audit.export.button')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('audit.title')} text={t('audit.text')} actions={download} />
      <Card>
        <EventFilter path="/audit" filter={filter} events={EVENTS} actors={actors} i18n={i18n}>
          <label>
            {t('audit.filter.customer')}
            <input name="customer" defaultValue={customer} className="control" spellCheck={false} autoComplete="off" />
          </label>
        </EventFilter>
        {items.length > 0 ? (
          <DataTable
            caption={t('audit.title')}
            columns={auditColumns(i18n)}
            rows={items}
            rowKey={(item) => `${item.customerId}-${item.seq}`}
          />
        ) : (
          <EmptyState icon={ScrollText} title={t('audit.none')} text={t('audit.noneText')} />
        )}
        <SectionPager i18n={i18n} path="/audit" query={filter} cursor={cursor} nextCursor={nextCursor} />
      </Card>
    </>
  )
})
