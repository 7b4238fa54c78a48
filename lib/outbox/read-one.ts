import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import { customers, interactions, messages, outbox, sends, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import {
  canSimulate,
  member,
  ofDelivery,
  ofMember,
  readsInClear,
  showsSecrets,
  shownRecipient,
  visibleTo,
  withoutLinks,
} from './visible'

export type DeliveryView = NonNullable<Awaited<ReturnType<typeof getDelivery>>>

/** Returns a delivery with its text, its events and its failure, or null if it is absent or out of scope. */
export const getDelivery = query('outbox.read', async (ctx, id: string | undefined) => {
  const row = isUuid(id) ? await read(ctx, id) : null
  if (!row) return null
  const { payload, ...delivery } = row.delivery
  const seen = { channel: delivery.channel, provider: delivery.provider }
  return {
    ...delivery,
    customerName: row.customerName,
    sentBy: row.sentBy,
    messageName: row.messageName,
    sendState: row.sendState,
    overrideReason: row.overrideReason,
    canSimulateEvents: canSimulate(seen),
    to: shownRecipient(ctx.viewer, { channel: delivery.channel, to: row.address ?? payload?.to ?? null }),
    content: readsInClear(ctx.viewer, seen) ? contentOf(row) : null,
    attachments: payload?.attachments?.map(({ name }) => name) ?? [],
    events: await eventsOf(ctx, delivery),
  }
})

async function read(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({
      delivery: getTableColumns(outbox),
      customerName: shownNameOf(customers),
      sentBy: users.name,
      messageName: messages.name,
      messageSubject: messages.subject,
      messageBody: messages.body,
      address: sends.address,
      sendState: sends.state,
      overrideReason: sends.overrideReason,
    })
    .from(outbox)
    .leftJoin(member, ofDelivery)
    .leftJoin(customers, ofMember)
    .leftJoin(sends, and(eq(sends.customerId, outbox.customerId), eq(sends.id, outbox.sendId)))
    .leftJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .leftJoin(users, eq(users.id, sends.sentBy))
    .where(and(eq(outbox.id, id), visibleTo(ctx.viewer)))
  return row ?? null
}

/**
 * Returns the text that was sent. If that is deleted, returns the text of the message, without links. Without secrets, links are removed,
 * and a message with a code has no content.
 */
function contentOf({ delivery, messageSubject, messageBody }: NonNullable<Awaited<ReturnType<typeof read>>>) {
  const { payload } = delivery
  const isClear = showsSecrets(delivery)
  if (delivery.kind === 'acceptance_code' && !isClear) return null
  const subject = payload?.subject ?? messageSubject
  const text = payload?.text ?? messageBody?.replaceAll('{{link}}', '[link]') ?? null
  if (text === null) return null
  return { subject, text: isClear ? text : withoutLinks(text) }
}

/** Returns the events of a send in the order of their time, at most one of each kind. */
async function eventsOf(ctx: Ctx, { customerId, sendId }: { customerId: string | null; sendId: string | null }) {
  if (!customerId || !sendId) return []
  return ctx.db
    .select({ kind: interactions.kind, at: interactions.occurredAt, rawCode: interactions.rawCode })
    .from(interactions)
    .where(and(eq(interactions.customerId, customerId), eq(interactions.sendId, sendId)))
    .orderBy(asc(interactions.occurredAt))
}
