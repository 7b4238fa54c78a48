import { HistoryList } from '@/components/profile/history-list'
import { Card } from '@/components/ui/card'
import { listHistory } from '@/lib/history/list'
import type { Part } from './props'

const EVENTS_MAX = 100

/** What happened to the case, newest first. */
export async function HistoryCard({ ctx, customer, found, i18n, t }: Part) {
  const { items } = await listHistory(ctx, customer, { subject: `case:${found.id}`, limit: EVENTS_MAX })
  return (
    <Card id="history" title={t('cases.history.title')}>
      <HistoryList items={items} now={ctx.now} i18n={i18n} />
    </Card>
  )
}
