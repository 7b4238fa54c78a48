import { CircleCheckBig } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { CaseTable } from '@/components/cases/case-table'
import { SectionPager } from '@/components/profile/section-pager'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { CASES } from '@/lib/cases/paths'
import { listQueue, QUEUE_TABS, readQueueTab } from '@/lib/cases/queue'
import { today } from '@/lib/kernel/today'

export const generateMetadata = titled('cases.read', ({ t }) => t('cases.queue.title'))

/** The open cases of all customers in the viewer's scope: mine, unassigned, overdue, all. */
export default page('cases.read', async ({ ctx, search, i18n, t }) => {
  const tab = readQueueTab(search.tab)
  const { cases, nextCursor } = await listQueue(ctx, tab, search.cursor)
  return (
    <>
      <PageHeader title={t('cases.queue.title')} text={t('cases.queue.text')} />
      <Tabs
        label={t('cases.queue.tabsLabel')}
        items={QUEUE_TABS.map((one) => ({
          href: one === 'mine' ? CASES : `${CASES}?tab=${one}`,
          label: t(`cases.queue.tabs.${one}`),
          current: one === tab,
        }))}
      />
      <Card>
        {cases.length > 0 ? (
          <CaseTable caption={t('cases.queue.title')} rows={cases} today={today(ctx.now)} i18n={i18n} />
        ) : (
          <EmptyState
            icon={<CircleCheckBig />}
            title={t(`cases.queue.empty.${tab}`)}
            text={t('cases.queue.emptyText')}
          />
        )}
        <SectionPager
          i18n={i18n}
          path={CASES}
          query={{ tab: tab === 'mine' ? undefined : tab }}
          cursor={search.cursor}
          nextCursor={nextCursor}
        />
      </Card>
    </>
  )
})
