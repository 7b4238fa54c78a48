import { and, eq } from 'drizzle-orm'
import { messages, sends } from '@/db/schema'
import type { MergeContribution } from '@/lib/contributions/merge'
import { countRows, newestRows, wantedRows } from '@/lib/contributions/merge-rows'

/** The messages that were sent to a customer. A merge always includes them; a single one can be taken out later. */
export const messagesInMerge: MergeContribution = {
  permission: 'interactions.read',
  includedByDefault: null,
  count: (ctx, memberIds) => countRows(ctx, sends, memberIds, eq(sends.test, false)),
  list: async ({ db }, wanted) => {
    const { customerId, id, createdAt } = sends
    return db
      .select({ customerId, id, label: messages.name, createdAt })
      .from(sends)
      .innerJoin(messages, and(eq(messages.customerId, customerId), eq(messages.id, sends.messageId)))
      .where(wantedRows(sends, wanted))
      .orderBy(...newestRows(sends))
      .limit(wanted.limit)
  },
}
