import { Send } from '@/components/ui/icons'
import { EventRows } from '@/components/interactions/event-rows'
import { InteractionFilter } from '@/components/interactions/interaction-filter'
import { JourneyCard } from '@/components/interactions/journey-card'
import { MessageRows } from '@/components/interactions/message-rows'
import { Totals } from '@/components/interactions/totals'
import { ViewLinks } from '@/components/interactions/view-links'
import type { SectionProps } from '@/components/profile/section'
import { SectionPager } from '@/components/profile/section-pager'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { listJourneyChoices } from '@/lib/interactions/choices'
import { listCommunications } from '@/lib/interactions/communications'
import { filterQuery, type InteractionFilter as Filter, readFilter } from '@/lib/interactions/filter'
import { listInteractions } from '@/lib/interactions/history'
import { listCustomerJourneys } from '@/lib/interactions/journeys'
import { toInteractions } from '@/lib/interactions/paths'
import { listTotals } from '@/lib/interactions/totals'

type Shown = SectionProps & { path: string; filter: Filter }

/** The messages, one row for each; the events and the campaigns are other views, which the address selects. */
export async function InteractionsSection(props: SectionProps) {
  const { ctx, customer, i18n, search } = props
  const shown = { ...props, path: toInteractions(customer.id), filter: readFilter(search) }
  const totals = await listTotals(ctx, customer)
  const view = search.view === 'journeys' || search.view === 'events' ? search.view : 'messages'
  return (
    <div className="grid gap-4">
      <ViewLinks path={shown.path} current={view} i18n={i18n} />
      {view === 'messages' && (await messagesView(shown))}
      {view === 'journeys' && (await journeysView(shown))}
      {view === 'events' && (await eventsView(shown))}
      <Totals totals={totals} i18n={i18n} />
    </div>
  )
}

async function messagesView({ ctx, customer, i18n, search, path, filter: { journey: _, ...filter } }: Shown) {
  const { items, nextCursor } = await listCommunications(ctx, customer, { filter, cursor: search.cursor })
  return (
    <Card title={i18n.t('interactions.views.messages')}>
      <InteractionFilter path={path} view={undefined} filter={filter} withDays i18n={i18n} />
      {items.length > 0 ? (
        <MessageRows customerId={customer.id} items={items} now={ctx.now} i18n={i18n} />
      ) : (
        <Nothing filter={filter} i18n={i18n} />
      )}
      <SectionPager
        i18n={i18n}
        path={path}
        query={filterQuery(filter)}
        cursor={search.cursor}
        nextCursor={nextCursor}
      />
    </Card>
  )
}

async function eventsView({ ctx, customer, i18n, search, path, filter }: Shown) {
  const [{ items, nextCursor }, journeys] = await Promise.all([
    listInteractions(ctx, customer, { filter, cursor: search.cursor }),
    listJourneyChoices(ctx),
  ])
  return (
    <Card title={i18n.t('interactions.views.events')}>
      <InteractionFilter path={path} view="events" filter={filter} journeys={journeys} withDays i18n={i18n} />
      {items.length > 0 ? (
        <EventRows customerId={customer.id} items={items} now={ctx.now} i18n={i18n} />
      ) : (
        <Nothing filter={filter} i18n={i18n} />
      )}
      <SectionPager
        i18n={i18n}
        path={path}
        query={{ ...filterQuery(filter), view: 'events' }}
        cursor={search.cursor}
        nextCursor={nextCursor}
      />
    </Card>
  )
}

async function journeysView({ ctx, customer, i18n, path, filter }: Shown) {
  const [mine, journeys] = await Promise.all([listCustomerJourneys(ctx, customer, filter), listJourneyChoices(ctx)])
  return (
    <>
      <Card>
        <InteractionFilter path={path} view="journeys" filter={filter} journeys={journeys} i18n={i18n} />
        {!mine.length && <Nothing filter={filter} i18n={i18n} />}
      </Card>
      {mine.map((journey) => (
        <JourneyCard key={journey.id} journey={journey} historyPath={path} i18n={i18n} />
      ))}
    </>
  )
}

function Nothing({ filter, i18n: { t } }: Pick<Shown, 'filter' | 'i18n'>) {
  const filtered = Object.values(filter).some(Boolean)
  return (
    <EmptyState
      icon={Send}
      title={filtered ? t('interactions.none') : t('interactions.empty')}
      text={filtered ? t('interactions.noneText') : t('interactions.emptyText')}
    />
  )
}
