import { cases } from '@/db/schema'
import type { MergeContribution } from '@/lib/contributions/merge'
import { countRows, newestRows, wantedRows } from '@/lib/contributions/merge-rows'

/** The cases of a customer, open and closed. Comments, links and attachments refer to a case, so it stays with its record. */
export const casesInMerge: MergeContribution = {
  permission: 'cases.read',
  includedByDefault: true,
  count: (ctx, memberIds) => countRows(ctx, cases, memberIds),
  list: async ({ db }, wanted) => {
    const rows = await db
      .select({
        customerId: cases.customerId,
        id: cases.id,
        number: cases.number,
        subject: cases.subject,
        createdAt: cases.createdAt,
      })
      .from(cases)
      .where(wantedRows(cases, wanted))
      .orderBy(...newestRows(cases))
      .limit(wanted.limit)
    return rows.map(({ number, subject, ...row }) => ({ ...row, label: `${number} · ${subject}` }))
  },
}
