import { and, desc, eq, isNotNull, lt } from 'drizzle-orm'
import { inboundEvents } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { beforeOf, pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { listCandidates } from './find-sender'
import { readStoredArrival } from './inbound-event'
import { shownFrom } from './shown-from'

const PER_PAGE = 20

const columns = {
  id: inboundEvents.id,
  unassigned: inboundEvents.unassigned,
  content: inboundEvents.content,
  receivedAt: inboundEvents.receivedAt,
}

type Row = {
  id: string
  unassigned: (typeof inboundEvents.$inferSelect)['unassigned']
  content: unknown
  receivedAt: Date
}

export type UnassignedMessages = ReturnType<typeof shown>

function shown({ viewer }: Ctx, { id, unassigned, content, receivedAt }: Row) {
  const { channel, address, subject, messages } = readStoredArrival(content)
  const from = shownFrom(viewer, new Set(), { channel, address, pointId: null })
  return { id, reason: unassigned ?? 'unknown', receivedAt, channel, from, subject, messages }
}

/** The messages that have no customer yet, newest first, 20 a page. Their address is masked. `cursor` is the last id of the previous page. */
export const listUnassigned = query('conversations.assign', async (ctx, cursor?: string) => {
  const rows = await ctx.db
    .select(columns)
    .from(inboundEvents)
    .where(and(isNotNull(inboundEvents.unassigned), lt(inboundEvents.id, beforeOf(cursor))))
    .orderBy(desc(inboundEvents.id))
    .limit(PER_PAGE + 1)
  const { page, nextCursor } = pageOf(rows, PER_PAGE, ({ id }) => id)
  return { items: page.map((row) => shown(ctx, row)), nextCursor }
})

/**
 * Messages that arrived together and have no customer, with the ids of the customers who have their address, also of those out of scope. Null when
 * they are assigned.
 */
export const getUnassigned = query('conversations.assign', async (ctx, eventId: string | undefined) => {
  if (!isUuid(eventId)) return null
  const [row] = await ctx.db
    .select(columns)
    .from(inboundEvents)
    .where(and(eq(inboundEvents.id, eventId), isNotNull(inboundEvents.unassigned)))
  if (!row) return null
  const { address } = readStoredArrival(row.content)
  return { ...shown(ctx, row), candidateIds: address ? await listCandidates(ctx.db, address) : [] }
})
