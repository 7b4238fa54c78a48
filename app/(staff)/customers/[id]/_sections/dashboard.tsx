import { ChartBar } from '@/components/ui/icons'
import { campaignsCard } from '@/components/dashboard/campaigns-card'
import { DashboardFilter } from '@/components/dashboard/dashboard-filter'
import { preferenceCard } from '@/components/dashboard/preference-card'
import { statesCard } from '@/components/dashboard/states-card'
import { successCard } from '@/components/dashboard/success-card'
import type { SectionProps } from '@/components/profile/section'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { toCases } from '@/lib/cases/paths'
import { toConversations } from '@/lib/conversations/paths'
import { countByCampaign } from '@/lib/dashboard/campaigns'
import { countCasesByState } from '@/lib/dashboard/cases'
import { countByChannel } from '@/lib/dashboard/channels'
import { type DashboardFilter as Filter, readDashboardFilter } from '@/lib/dashboard/filter'
import { toCustomerDashboard } from '@/lib/dashboard/paths'
import { withQuery } from '@/lib/http/with-query'
import { toInteractions } from '@/lib/interactions/paths'

/** The customer's figures: cases by state and campaign, the preferred channel and the one in which messages arrive (B1). */
export async function DashboardSection(props: SectionProps) {
  const { customer, i18n, search } = props
  const { filter, problem } = readDashboardFilter(search)
  return (
    <div className="grid gap-4">
      <DashboardFilter path={toCustomerDashboard(customer.id)} filter={filter} problem={problem} i18n={i18n} />
      {!problem && (await figures(props, filter))}
    </div>
  )
}

async function figures({ ctx, customer, i18n }: SectionProps, filter: Filter) {
  const [states, campaigns, channels] = await Promise.all([
    countCasesByState(ctx, customer, filter),
    countByCampaign(ctx, customer, filter),
    countByChannel(ctx, customer, filter),
  ])
  if (!campaigns.length && !channels.length) return nothing(filter, i18n)
  const { from, to } = filter
  const interactions = toInteractions(customer.id)
  return (
    <>
      {await statesCard({
        figures: states,
        toState: (state) => withQuery(toCases(customer.id), { state, from, to }),
        i18n,
      })}
      {await campaignsCard({
        figures: campaigns,
        toInteractions: (journey) => withQuery(interactions, { ...filter, journey }),
        i18n,
      })}
      {await preferenceCard({
        figures: channels,
        toInteractions: (channel) => withQuery(interactions, { from, to, channel }),
        toConversations: toConversations(customer.id),
        i18n,
      })}
      {await successCard({ figures: channels, i18n })}
    </>
  )
}

function nothing(filter: Filter, { t }: SectionProps['i18n']) {
  const words = Object.values(filter).some(Boolean) ? 'noMatch' : 'empty'
  return (
    <Card>
      <EmptyState icon={<ChartBar />} title={t(`dashboard.${words}`)} text={t(`dashboard.${words}Text`)} />
    </Card>
  )
}
