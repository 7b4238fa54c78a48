import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { conversationMessages, conversations } from '@/db/schema'
import { lockGroup } from '@/lib/customer-group/lock'
import { recordActivity } from '@/lib/customer-group/touch'
import { clockIds, type Ids } from '@/lib/values/ids'
import type { MessageSource, Sender } from './find-sender'
import type { Arrival } from './inbound-event'
import { notifyConversation } from './live/notify'

type Conversation = typeof conversations.$inferSelect
type NewMessage = Omit<typeof conversationMessages.$inferInsert, 'customerId' | 'conversationId' | 'number'>

/** `now`: the moment of storing. */
export type Moment = { now: Date; ids?: Ids | undefined }

/** The latest moment by direction. */
type Latest = { all: Date; in: Date | null; out: Date | null }

/**
 * Stores messages in their conversation, under the lock of the customer's group and in the caller's transaction. A message that the customer
 * already has is left out. The conversation is the one with the source's id; without an id, the newest open one with the same channel and
 * address. If there is none, one is opened. Returns the conversation's id, or null if there was no new message.
 */
export async function storeMessages(
  tx: Primary,
  source: MessageSource,
  sender: Sender,
  arrival: Arrival,
  { now, ids = clockIds }: Moment,
): Promise<string | null> {
  const group = await lockGroup(tx, sender.customerId)
  if (!group) return null
  const fresh = await withoutKnown(tx, source, group.memberIds, arrival.messages)
  if (!fresh.length) return null
  const found = await findConversation(tx, source, group.memberIds, arrival)
  const conversation = found ?? (await openConversation(tx, source, sender, arrival, { now, ids }))
  await appendMessages(
    tx,
    conversation,
    fresh.map(({ id, direction, author, at, body }) => ({
      direction,
      authorName: author,
      body,
      occurredAt: at,
      recordedAt: now,
      source,
      providerMessageId: id,
    })),
    arrival.attributes,
  )
  const written = fresh.filter(({ direction }) => direction === 'in')
  if (written.length) await recordActivity(tx, group.survivorId, latest(written.map(({ at }) => at))!)
  return conversation.id
}

async function withoutKnown(
  tx: Primary,
  source: MessageSource,
  memberIds: readonly string[],
  messages: Arrival['messages'],
) {
  const ids = messages.flatMap(({ id }) => id ?? [])
  const rows = await tx
    .select({ id: conversationMessages.providerMessageId })
    .from(conversationMessages)
    .where(
      and(
        inArray(conversationMessages.customerId, [...memberIds]),
        eq(conversationMessages.source, source),
        inArray(conversationMessages.providerMessageId, ids),
      ),
    )
  const known = new Set(rows.map(({ id }) => id))
  return messages.filter(({ id }) => id === null || (!known.has(id) && known.add(id)))
}

async function findConversation(
  tx: Primary,
  source: MessageSource,
  memberIds: readonly string[],
  { channel, address, thread }: Arrival,
): Promise<Conversation | undefined> {
  if (!thread && !address) return undefined
  const [row] = await tx
    .select()
    .from(conversations)
    .where(
      and(
        inArray(conversations.customerId, [...memberIds]),
        eq(conversations.channel, channel),
        address ? eq(conversations.address, address) : isNull(conversations.address),
        thread
          ? and(eq(conversations.source, source), eq(conversations.threadKey, thread))
          : and(isNull(conversations.threadKey), isNull(conversations.closedAt)),
      ),
    )
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(1)
  return row
}

async function openConversation(
  tx: Primary,
  source: MessageSource,
  { customerId, pointId }: Sender,
  { channel, address, thread, subject, messages }: Arrival,
  { now, ids }: { now: Date; ids: Ids },
): Promise<Conversation> {
  const times = messages.map(({ at }) => at)
  const [row] = await tx
    .insert(conversations)
    .values({
      ...{ customerId, id: ids.row(), channel, address, pointId, subject, source, threadKey: thread },
      openedAt: new Date(Math.min(...times.map((at) => at.getTime()))),
      lastMessageAt: latest(times)!,
      createdAt: now,
    })
    .returning()
  return row!
}

/** Adds messages at the end of the order of storing. The caller holds the lock of the customer's group. */
export async function appendMessages(
  tx: Primary,
  { customerId, id, messageCount }: Pick<Conversation, 'customerId' | 'id' | 'messageCount'>,
  messages: readonly NewMessage[],
  attributes: Record<string, string> = {},
): Promise<void> {
  await tx.insert(conversationMessages).values(
    messages.map((message, place) => ({
      ...message,
      customerId,
      conversationId: id,
      number: messageCount + place + 1,
    })),
  )
  const newest = latestOf(messages)
  await tx
    .update(conversations)
    .set({
      messageCount: messageCount + messages.length,
      lastMessageAt: later(conversations.lastMessageAt, newest.all),
      lastInAt: later(conversations.lastInAt, newest.in),
      lastOutAt: later(conversations.lastOutAt, newest.out),
      attributes: sql`${conversations.attributes} || ${JSON.stringify(attributes)}::jsonb`,
      ...(newest.in && { closedAt: null, closedBy: null }),
    })
    .where(and(eq(conversations.customerId, customerId), eq(conversations.id, id)))
  await notifyConversation(tx, id)
}

const later = (column: typeof conversations.lastInAt | typeof conversations.lastMessageAt, at: Date | null) =>
  sql`greatest(${column}, ${at?.toISOString() ?? null}::timestamptz)`

function latestOf(messages: readonly NewMessage[]): Latest {
  const of = (direction: string) => messages.filter((m) => m.direction === direction).map((m) => m.occurredAt)
  return { all: latest(messages.map((m) => m.occurredAt))!, in: latest(of('in')), out: latest(of('out')) }
}

const latest = (times: readonly Date[]): Date | null =>
  times.length ? new Date(Math.max(...times.map((at) => at.getTime()))) : null
