import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { survivorInScope } from '@/lib/customer-group/scope'
import { within } from '@/lib/interactions/filter'
import { query } from '@/lib/kernel/query'
import { type DashboardFilter } from './filter'

/** Without a campaign, `id` and `name` are null. */
export type CampaignFigure = { id: string | null; name: string | null; cases: number; interactions: number }

export const CAMPAIGNS_MAX = 200

/**
 * The number of a customer's cases and interactions in each campaign, over all records of the group, without test sends (B1). Cases count by
 * their creation, interactions by the moment they happened; the channel applies to interactions only. The largest first, 200 at most, and last
 * those without a campaign. Empty when the customer is out of scope.
 */
export const countByCampaign = query(
  'dashboard.read',
  async (ctx, { memberIds, survivorId }: ViewedGroup, filter: DashboardFilter): Promise<CampaignFigure[]> => {
    const ofGroup = sql`customer_id = any(${sql.param([...memberIds])}::uuid[])`
    const inChannel = filter.channel ? sql` and channel = ${filter.channel}` : sql``
    return readRows<CampaignFigure>(
      ctx.db,
      sql`
      select j.id, j.name, sum(figures.cases)::int as cases, sum(figures.interactions)::int as interactions
      from (
        select journey_id, count(*) as cases, 0 as interactions from cases
        where ${ofGroup}${within(filter, 'created_at')} group by journey_id
        union all
        select journey_id, 0, count(*) from interactions
        where ${ofGroup} and not test${inChannel}${within(filter, 'occurred_at')} group by journey_id
      ) figures left join journeys j on j.id = figures.journey_id
      where ${survivorInScope(ctx.viewer, survivorId) ?? sql`true`}
      group by j.id, j.name
      order by j.id is null, sum(figures.cases) + sum(figures.interactions) desc, j.name, j.id limit ${CAMPAIGNS_MAX}`,
    )
  },
)
