import { and, eq } from 'drizzle-orm'
import { notes } from '@/db/schema'
import type { MergeContribution } from '@/lib/contributions/merge'
import { countRows, newestRows, wantedRows } from '@/lib/contributions/merge-rows'

const LABEL_CHARACTERS = 80

/** The notes of a customer. */
export const notesInMerge: MergeContribution = {
  permission: 'notes.read',
  includedByDefault: true,
  count: (ctx, memberIds) => countRows(ctx, notes, memberIds),
  list: async ({ db }, wanted) => {
    const rows = await db
      .select({ customerId: notes.customerId, id: notes.id, body: notes.body, createdAt: notes.createdAt })
      .from(notes)
      .where(wantedRows(notes, wanted))
      .orderBy(...newestRows(notes))
      .limit(wanted.limit)
    return rows.map(({ body, ...row }) => ({ ...row, label: shortened(body) }))
  },
  give: async ({ db }, { from, to, id }) => {
    await db
      .update(notes)
      .set({ customerId: to })
      .where(and(eq(notes.customerId, from), eq(notes.id, id)))
  },
}

const shortened = (body: string) => {
  const characters = [...body.replace(/\s+/g, ' ')]
  return characters.length > LABEL_CHARACTERS
    ? `${characters.slice(0, LABEL_CHARACTERS).join('')}…`
    : characters.join('')
}
