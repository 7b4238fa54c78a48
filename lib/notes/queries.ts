import { and, desc, eq, lt } from 'drizzle-orm'
import { notes, users } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import { isIncluded } from '@/lib/customer-group/included'
import { inGroup, groupSize, type GroupSize } from '@/lib/customer-group/scope'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'

type Note = { id: string; body: string; author: string; createdAt: Date }

/** A customer's notes with those of the records merged into it, newest first; `cursor` is the last id seen. */
export const listNotes = query(
  'notes.read',
  async (
    ctx,
    memberIds: string[],
    { cursor, limit = 20 }: { cursor?: string; limit?: number } = {},
  ): Promise<{ notes: Note[]; nextCursor: string | null }> => {
    const rows = await ofCustomer(ctx.db, groupSize(memberIds)).execute({
      memberIds,
      before: beforeOf(cursor),
      most: limit + 1,
    })
    const { page, nextCursor } = pageOf(rows, limit, ({ id }) => id)
    return { notes: page, nextCursor }
  },
)

const ofCustomer = preparedQuery((db, records: GroupSize) =>
  db
    .select({ id: notes.id, body: notes.body, author: users.name, createdAt: notes.createdAt })
    .from(notes)
    .innerJoin(users, eq(users.id, notes.authorId))
    .where(
      and(
        inGroup(notes.customerId, records),
        records === 'group' ? isIncluded('notes', notes) : undefined,
        lt(notes.id, param('before')),
      ),
    )
    .orderBy(desc(notes.id))
    .limit(param('most')),
)
