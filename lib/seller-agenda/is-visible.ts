import { sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import { survivorIdAs } from '@/lib/customer-group/scope'
import type { Ctx } from '@/lib/kernel/context'

/** An SQL condition: the customer of a row `r` is in the viewer's scope. Postgres evaluates it row by row, so that LIMIT can stop early. */
export function isVisible({ viewer }: Ctx): SQL {
  const scope = scopedTo(viewer)
  if (!scope) return sql`true`
  return sql`coalesce((select true from ${customers} as ${sql.identifier('record')}
    join ${customers} on ${customers.id} = ${survivorIdAs('record')} where record.id = r.customer_id and ${scope}), false)`
}
