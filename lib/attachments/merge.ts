import { isNull } from 'drizzle-orm'
import { attachments } from '@/db/schema'
import type { MergeContribution } from '@/lib/contributions/merge'
import { countRows, newestRows, wantedRows } from '@/lib/contributions/merge-rows'

/** The files that staff attached to a customer, to its cases and to its messages. */
export const attachmentsInMerge: MergeContribution = {
  permission: 'attachments.read',
  includedByDefault: true,
  count: (ctx, memberIds) => countRows(ctx, attachments, memberIds, isNull(attachments.retiredAt)),
  list: async ({ db }, wanted) => {
    const { customerId, id, name, createdAt } = attachments
    return db
      .select({ customerId, id, label: name, createdAt })
      .from(attachments)
      .where(wantedRows(attachments, wanted))
      .orderBy(...newestRows(attachments))
      .limit(wanted.limit)
  },
}
