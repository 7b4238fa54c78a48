import { and, inArray } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { insertRows } from '@/db/insert-rows'
import { contactPoints } from '@/db/schema'
import { lockGroups } from '@/lib/customer-group/lock'
import { idsAt } from '@/lib/values/ids'
import { POINT_CHANNEL } from './reach'
import { recordPastInteractions } from './past-interactions'
import type { PastSend } from './past-send'
import { nextState, type StateSince } from './next-state'
import { stopSending } from './stop-sending'

/** Rows in one statement. */
const BATCH = 2_000

/**
 * Records messages that another system sent, with their events: each becomes a message, a send and its interactions, and counts in the
 * totals. Nothing is sent and no rule is checked. An address that bounced or complained is suppressed. Call it inside a transaction that
 * has locked no customer yet. Returns the ids of the sends, in order.
 */
export async function recordPastSends(tx: Primary, past: readonly PastSend[]): Promise<string[]> {
  const sends: NewSend[] = []
  for (let from = 0; from < past.length; from += BATCH)
    sends.push(...(await recordBatch(tx, past.slice(from, from + BATCH))))
  return sends.map(({ id }) => id)
}

type NewSend = PastSend & { id: string; messageId: string; pointId: string | null; reached: StateSince }

async function recordBatch(tx: Primary, past: readonly PastSend[]): Promise<NewSend[]> {
  const pointIds = await pointIdsOf(tx, past)
  const sends = past.map((send): NewSend => {
    const ids = idsAt(send.at)
    return {
      ...send,
      id: ids.row(),
      messageId: ids.row(),
      pointId: pointIds.get(pointKey({ ...send, channel: POINT_CHANNEL[send.channel] })) ?? null,
      reached: send.events.reduce((reached: StateSince, { kind, at }) => nextState(reached, kind, at), {
        state: 'queued',
        at: send.at,
      }),
    }
  })
  await stopSendingAfterFailures(tx, sends)
  await lockGroups(
    tx,
    sends.map(({ customerId }) => customerId),
  )
  await insertMessages(tx, sends)
  await insertSends(tx, sends)
  await recordPastInteractions(tx, sends)
  return sends
}

const pointKey = (point: { customerId: string; channel: string; address: string }) =>
  `${point.customerId} ${point.channel} ${point.address}`

/** Finds the contact points that have these addresses now. */
async function pointIdsOf(tx: Primary, past: readonly PastSend[]): Promise<Map<string, string>> {
  const [customerIds, addresses] = [past.map((send) => send.customerId), past.map((send) => send.address)]
  const rows = await tx
    .select({
      id: contactPoints.id,
      customerId: contactPoints.customerId,
      channel: contactPoints.channel,
      address: contactPoints.normalized,
    })
    .from(contactPoints)
    .where(
      and(
        inArray(contactPoints.customerId, [...new Set(customerIds)]),
        inArray(contactPoints.normalized, [...new Set(addresses)]),
      ),
    )
  return new Map(rows.map((row) => [pointKey(row), row.id]))
}

async function stopSendingAfterFailures(tx: Primary, sends: readonly NewSend[]): Promise<void> {
  for (const { customerId, id: sendId, channel, address, events } of sends)
    for (const { kind: why, at } of events)
      if (why === 'bounced' || why === 'complained')
        await stopSending(tx, {
          customerId,
          sendId,
          channel,
          address,
          at,
          now: at,
          ids: idsAt(at),
          why,
          requestId: null,
        })
}

const insertMessages = (tx: Primary, sends: readonly NewSend[]): Promise<void> =>
  insertRows(tx, 'messages', sends, {
    customer_id: ['uuid', (send) => send.customerId],
    id: ['uuid', (send) => send.messageId],
    journey_id: ['uuid', (send) => send.journeyId],
    journey_message_id: ['uuid', (send) => send.message.journeyMessageId],
    step: ['smallint', (send) => send.message.step],
    name: ['text', (send) => send.message.name],
    channel: ['text', (send) => send.channel],
    purpose: ['text', (send) => send.message.purpose],
    subject: ['text', (send) => send.message.subject],
    body: ['text', (send) => send.message.body],
    created_at: ['timestamptz', (send) => send.at.toISOString()],
  })

const insertSends = (tx: Primary, sends: readonly NewSend[]): Promise<void> =>
  insertRows(tx, 'sends', sends, {
    customer_id: ['uuid', (send) => send.customerId],
    id: ['uuid', (send) => send.id],
    message_id: ['uuid', (send) => send.messageId],
    journey_id: ['uuid', (send) => send.journeyId],
    channel: ['text', (send) => send.channel],
    address: ['text', (send) => send.address],
    point_id: ['uuid', (send) => send.pointId],
    state: ['text', (send) => send.reached.state],
    state_at: ['timestamptz', (send) => send.reached.at.toISOString()],
    sent_by: ['uuid', (send) => send.sentBy ?? null],
    test: ['boolean', (send) => send.test ?? false],
    certificate_url: ['text', (send) => send.certificateUrl ?? null],
    created_at: ['timestamptz', (send) => send.at.toISOString()],
  })
