import { sql } from 'drizzle-orm'
import { contactPoints, customers } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { query } from '@/lib/kernel/query'

/**
 * The values that two customers share, so that a page can say so although it shows them masked: whether both have the same tax id, and the
 * ids of the live contact points whose value the other one has too.
 */
export const getSharedValues = query('duplicates.read', async ({ db }, one: ViewedGroup, other: ViewedGroup) => {
  const [sameDocument] = await db
    .select({ id: customers.id })
    .from(customers)
    .where(
      sql`${customers.id} = ${one.survivorId} and exists (select from ${customers} o where o.id = ${other.survivorId}
        and o.document_number = ${customers.documentNumber} and o.document_type = ${customers.documentType})`,
    )
  const [mine, theirs] = [one, other].map(({ memberIds }) => sql`${sql.param([...memberIds])}::uuid[]`)
  const points = await db
    .select({ id: contactPoints.id })
    .from(contactPoints)
    .where(
      sql`${contactPoints.customerId} = any(${mine} || ${theirs}) and ${contactPoints.retiredAt} is null
        and exists (select from ${contactPoints} o
          where o.customer_id = any(case when ${contactPoints.customerId} = any(${mine}) then ${theirs} else ${mine} end)
            and o.retired_at is null and (o.match_key = ${contactPoints.matchKey}
              or (o.channel = ${contactPoints.channel} and o.normalized = ${contactPoints.normalized})))`,
    )
  return { sameDocument: Boolean(sameDocument), pointIds: new Set(points.map(({ id }) => id)) }
})
