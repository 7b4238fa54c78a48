import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { customers, relationships } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import type { MergeContribution } from '@/lib/contributions/merge'
import { countRows } from '@/lib/contributions/merge-rows'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import { i18n } from '@/lib/i18n/translator'

/** The relationships of a customer. The id of a row is the id of the other customer, whose own row mirrors it. */
export const relationshipsInMerge: MergeContribution = {
  permission: 'customers.read',
  includedByDefault: true,
  count: (ctx, memberIds) => countRows(ctx, relationships, memberIds, isNull(relationships.removedAt)),
  list: async ({ db, viewer }, { memberIds, ids, since, limit }) => {
    const { customerId, otherCustomerId: id, createdAt } = relationships
    const rows = await db
      .select({ customerId, id, createdAt, name: shownNameOf(customers) })
      .from(relationships)
      // The name of a customer outside the viewer's scope is not read.
      .leftJoin(customers, and(eq(customers.id, id), scopedTo(viewer)))
      .where(
        and(
          inArray(customerId, [...memberIds]),
          isNull(relationships.removedAt),
          ids && inArray(id, [...ids]),
          since && gt(createdAt, since),
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(limit)
    const outOfScope = i18n(viewer.locale).t('related.outOfScope')
    return rows.map(({ name, ...row }) => ({ ...row, label: name ?? outOfScope }))
  },
}
