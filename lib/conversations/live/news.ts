import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { conversationMessages as messages, conversations } from '@/db/schema'
import { checkSession } from '@/lib/access/session'
import { getSurvivorId } from '@/lib/customer-group/find'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'
import type { News } from './stream'

/** Nobody needs to know more exactly how many messages are new. */
const COUNTED_MAX = 100

type Watched = { customerId: string; conversationId: string }

/**
 * What is new in a conversation after a message, for the session's viewer as of now: null if the session has ended, the permission is gone,
 * or the customer is out of scope. It does not count as use of the session.
 */
export async function readNews(
  db: Primary,
  sessionId: string,
  { customerId, conversationId }: Watched,
  after: number,
): Promise<News> {
  const viewer = await checkSession(sessionId, db)
  if (!viewer?.can('conversations.read')) return null
  const ctx: WriteCtx = { db, viewer, requestId: sessionId, now: new Date() }
  const survivorId = await getSurvivorId(ctx, customerId)
  if (!survivorId) return null
  const [found] = await db
    .select({ customerId: conversations.customerId, last: conversations.messageCount })
    .from(conversations)
    .where(and(inArray(conversations.customerId, groupIds(survivorId)), eq(conversations.id, conversationId)))
  if (!found) return null
  if (found.last <= after) return { last: after, count: 0 }
  const { rows } = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select 1 from ${messages} where ${and(
        eq(messages.customerId, found.customerId),
        eq(messages.conversationId, conversationId),
        gt(messages.number, after),
        sql`${messages.authorId} is distinct from ${viewer.userId}`,
      )} limit ${COUNTED_MAX}) counted`)
  return { last: found.last, count: rows[0]?.count ?? 0 }
}
