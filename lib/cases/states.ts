import { asc } from 'drizzle-orm'
import { caseStates } from '@/db/schema'
import { query } from '@/lib/kernel/query'

export type CaseState = Pick<typeof caseStates.$inferSelect, 'id' | 'key' | 'name' | 'phase' | 'retiredAt'>

/** All states in their order, retired ones included: a case may still have one. There are a few dozen at most. */
export const listCaseStates = query('cases.read', async (ctx): Promise<CaseState[]> =>
  ctx.db
    .select({
      id: caseStates.id,
      key: caseStates.key,
      name: caseStates.name,
      phase: caseStates.phase,
      retiredAt: caseStates.retiredAt,
    })
    .from(caseStates)
    .orderBy(asc(caseStates.place), asc(caseStates.id))
    .limit(100),
)
