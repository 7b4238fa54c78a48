import { CircleCheckBig, Inbox, SendHorizontal } from '@/components/ui/icons'
import { SectionPager } from '@/components/profile/section-pager'
import { page, titled } from '@/app/_frame/staff-page'
import { Banner } from '@/components/ui/banner'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import type { IconLike } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { listDeliveries, OUTBOX_TABS, readChannel, readTab, type OutboxTab } from '@/lib/outbox/list'
import { OUTBOX } from '@/lib/outbox/paths'
import { isOffline, showsSecrets } from '@/lib/outbox/visible'
import { ChannelFilter } from './_parts/channel-filter'
import { DeliveryRows } from './_parts/delivery-rows'

const EMPTY_ICONS: Record<OutboxTab, IconLike> = {
  all: <Inbox />,
  waiting: <SendHorizontal />,
  sent: <Inbox />,
  dead: <CircleCheckBig />,
}

export const generateMetadata = titled('outbox.read', ({ t }) => t('sending.outbox.title'))

export default page('outbox.read', async ({ ctx, search, i18n, t }) => {
  const tab = readTab(search.state)
  const channel = readChannel(search.channel)
  const { items, nextCursor } = await listDeliveries(ctx, { tab, channel, cursor: search.cursor })
  const query = { state: tab === 'all' ? undefined : tab, channel }
  const hrefOf = (one: OutboxTab) => {
    const params = new URLSearchParams({ ...(one !== 'all' && { state: one }), ...(channel && { channel }) })
    return params.size ? `${OUTBOX}?${params}` : OUTBOX
  }
  const offline = isOffline({ channel: 'email', provider: null })
  const showsLinks = showsSecrets({ channel: 'email', provider: null })
  return (
    <>
      <PageHeader title={t('sending.outbox.title')} text={t('sending.outbox.text')} />
      {offline && <Banner tone="warn">{t(`sending.outbox.${showsLinks ? 'offline' : 'offlineReal'}`)}</Banner>}
      <Tabs
        label={t('sending.outbox.tabsLabel')}
        items={OUTBOX_TABS.map((one) => ({
          href: hrefOf(one),
          label: t(`sending.outbox.tabs.${one}`),
          current: one === tab,
        }))}
      />
      <Card>
        <ChannelFilter tab={tab} channel={channel} t={t} />
        {items.length > 0 ? (
          <DeliveryRows items={items} now={ctx.now} i18n={i18n} />
        ) : (
          <EmptyState
            icon={EMPTY_ICONS[tab]}
            title={t(`sending.outbox.empty.${tab}.title`)}
            text={t(`sending.outbox.empty.${tab}.text`)}
          />
        )}
        <SectionPager i18n={i18n} path={OUTBOX} query={query} cursor={search.cursor} nextCursor={nextCursor} />
      </Card>
    </>
  )
})
