import { sql } from 'drizzle-orm'
import { readRows } from '@/db/read'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { survivorInScope } from '@/lib/customer-group/scope'
import { within } from '@/lib/interactions/filter'
import { query } from '@/lib/kernel/query'
import { listCaseStates, type CaseState } from '@/lib/cases/states'
import { type DashboardFilter } from './filter'

export type StateFigure = CaseState & { cases: number }

/**
 * The number of a customer's cases in each state, over all records of the group (B1). A case counts in the period in which it was created, with
 * its present state. In the order of the states; a retired state is left out unless a case has it. Zeros when the customer is out of scope.
 */
export const countCasesByState = query(
  'dashboard.read',
  async (ctx, { memberIds, survivorId }: ViewedGroup, filter: DashboardFilter): Promise<StateFigure[]> => {
    const [states, rows] = await Promise.all([
      listCaseStates(ctx),
      readRows<{ stateId: string; cases: number }>(
        ctx.db,
        sql`select state_id as "stateId", count(*)::int as cases from cases
        where customer_id = any(${sql.param([...memberIds])}::uuid[])${within(filter, 'created_at')}
          and ${survivorInScope(ctx.viewer, survivorId) ?? sql`true`}
        group by state_id`,
      ),
    ])
    const counted = new Map(rows.map(({ stateId, cases }) => [stateId, cases]))
    return states
      .map((state) => ({ ...state, cases: counted.get(state.id) ?? 0 }))
      .filter(({ retiredAt, cases }) => cases > 0 || !retiredAt)
  },
)
