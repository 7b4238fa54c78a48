import { Inbox } from '@/components/ui/icons'
import { page, titled } from '@/app/_frame/staff-page'
import { SectionPager } from '@/components/profile/section-pager'
import { Card } from '@/components/ui/card'
import { type Column, DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import { toUnassigned, UNASSIGNED } from '@/lib/conversations/paths'
import { listUnassigned, type UnassignedMessages } from '@/lib/conversations/unassigned'
import type { I18n } from '@/lib/i18n/translator'

export const generateMetadata = titled('conversations.assign', ({ t }) => t('conversations.unassigned.title'))

/** Messages from addresses that no customer has, or more than one (N8). */
export default page('conversations.assign', async ({ ctx, search, i18n, t }) => {
  const { items, nextCursor } = await listUnassigned(ctx, search.cursor)
  return (
    <>
      <PageHeader title={t('conversations.unassigned.title')} text={t('conversations.unassigned.text')} />
      <Card>
        {items.length > 0 ? (
          <DataTable
            caption={t('conversations.unassigned.title')}
            columns={columnsOf(i18n)}
            rows={items}
            rowKey={({ id }) => id}
          />
        ) : (
          <EmptyState
            icon={Inbox}
            title={t('conversations.unassigned.empty')}
            text={t('conversations.unassigned.emptyText')}
          />
        )}
        <SectionPager i18n={i18n} path={UNASSIGNED} cursor={search.cursor} nextCursor={nextCursor} />
      </Card>
    </>
  )
})

const columnsOf = (i18n: I18n): Column<UnassignedMessages>[] => {
  const { t } = i18n
  return [
    {
      key: 'message',
      header: t('conversations.unassigned.columns.message'),
      primary: true,
      cell: ({ id, subject, messages, channel }) => (
        <>
          <Link className="link" href={toUnassigned(id)}>
            {subject ?? messages[0]?.body.slice(0, 80)}
          </Link>
          <small>
            {t('conversations.unassigned.first', {
              count: messages.length,
              channel: t(`conversations.channels.${channel}`),
            })}
          </small>
        </>
      ),
    },
    {
      key: 'from',
      header: t('conversations.unassigned.columns.from'),
      fold: true,
      cell: ({ from }) => from ?? '—',
    },
    {
      key: 'reason',
      header: t('conversations.unassigned.columns.reason'),
      fold: true,
      cell: ({ reason }) => t(`conversations.unassigned.reasons.${reason}`),
    },
    {
      key: 'received',
      header: t('conversations.unassigned.columns.received'),
      fold: true,
      align: 'end',
      cell: ({ receivedAt }) => <Time at={receivedAt} i18n={i18n} />,
    },
  ]
}
