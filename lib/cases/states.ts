import { asc, eq } from 'drizzle-orm'
import { caseStates } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'

export type CaseState = Pick<typeof caseStates.$inferSelect, 'id' | 'key' | 'name' | 'phase' | 'retiredAt' | 'version'>

/** How many states there can be. */
export const STATES_MAX = 100

/** All states in their order, retired ones included: a case may still have one. There are `STATES_MAX` at most. */
export const listCaseStates = query('cases.read', async (ctx): Promise<CaseState[]> =>
  ctx.db
    .select({
      id: caseStates.id,
      key: caseStates.key,
      name: caseStates.name,
      phase: caseStates.phase,
      retiredAt: caseStates.retiredAt,
      version: caseStates.version,
    })
    .from(caseStates)
    .orderBy(asc(caseStates.place), asc(caseStates.id))
    .limit(STATES_MAX),
)

/** One state, or null. */
export const getCaseState = query(
  'cases.configure',
  async (ctx, stateId: string | undefined): Promise<CaseState | null> => {
    if (!isUuid(stateId)) return null
    const [state] = await ctx.db.select().from(caseStates).where(eq(caseStates.id, stateId))
    return state ?? null
  },
)
