import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { conversationMessages as messages, sends, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { query } from '@/lib/kernel/query'

const PAGE = 30

/** A page ends before the message with the number `before`, or begins after the one with the number `after`. */
export type TranscriptPlace = { before?: number | undefined; after?: number | undefined }

type Of = { customerId: string; id: string }

export type TranscriptMessage = Awaited<ReturnType<typeof listTranscript>>['messages'][number]

/**
 * A page of a conversation of the group in the order of writing, 30 messages; by default the newest ones. `older`: the number that the
 * previous page ends before; `newer`: the number that the next page begins after; null at the ends.
 */
export const listTranscript = query(
  'conversations.read',
  async (ctx, { memberIds }: ViewedGroup, of: Of, place: TranscriptPlace = {}) => {
    const forward = place.after !== undefined && place.before === undefined
    const from = place.before ?? place.after
    const rows = await ctx.db
      .select({
        number: messages.number,
        direction: messages.direction,
        authorName: messages.authorName,
        userName: users.name,
        body: messages.body,
        occurredAt: messages.occurredAt,
        sendId: messages.sendId,
        state: sends.state,
      })
      .from(messages)
      .leftJoin(users, eq(users.id, messages.authorId))
      .leftJoin(sends, and(inArray(sends.customerId, [...memberIds]), eq(sends.id, messages.sendId)))
      .where(
        and(
          eq(messages.customerId, of.customerId),
          eq(messages.conversationId, of.id),
          from === undefined ? undefined : beyond(of, from, forward),
        ),
      )
      .orderBy(
        forward ? asc(messages.occurredAt) : desc(messages.occurredAt),
        forward ? asc(messages.number) : desc(messages.number),
      )
      .limit(PAGE + 1)
    const hasMore = rows.length > PAGE
    const page = rows.slice(0, PAGE)
    if (!forward) page.reverse()
    const [first, last] = [page.at(0)?.number ?? null, page.at(-1)?.number ?? null]
    return {
      messages: page,
      older: forward || hasMore ? first : null,
      newer: forward ? (hasMore ? last : null) : from === undefined ? null : last,
    }
  },
)

/** Continues in the order of writing from a message, which is found by its number in the primary key. */
const beyond = ({ customerId, id }: Of, number: number, forward: boolean): SQL => {
  const place = sql`(select p.occurred_at, p.number from ${messages} p
    where p.customer_id = ${customerId} and p.conversation_id = ${id} and p.number = ${number})`
  const row = sql`(${messages.occurredAt}, ${messages.number})`
  return forward ? sql`${row} > ${place}` : sql`${row} < ${place}`
}
