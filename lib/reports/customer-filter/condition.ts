import { sql, type SQL } from 'drizzle-orm'
import { ownConditions } from './own-conditions'
import { relatedConditions } from './related-conditions'
import type { CustomerFilter } from './schema'

/** The conditions of a filter, for a WHERE over rows of `customers`, without the scope of a viewer. */
export const filterCondition = (filter: CustomerFilter, now: Date): SQL =>
  sql.join(
    [sql`true`, ...ownConditions(filter, now), ...relatedConditions(filter).map(({ holds }) => holds)],
    sql` and `,
  )
