import { and, asc, eq, getTableColumns } from 'drizzle-orm'
import { customers, interactions, messages, outbox, sends, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import {
  isOffline,
  isPlayable,
  member,
  ofDelivery,
  ofMember,
  readsInClear,
  shownAddress,
  visibleTo,
  withoutLinks,
} from './visible'

export type DeliveryView = NonNullable<Awaited<ReturnType<typeof getDelivery>>>

/** A delivery as its receiver got it, what happened to it, and why it failed; null when absent or out of scope. */
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
    playable: isPlayable(seen),
    to: shownAddress(ctx.viewer, { channel: delivery.channel, to: row.address ?? payload?.to ?? null }),
    content: readsInClear(ctx.viewer, seen) ? contentOf(row) : null,
    attachments: payload?.attachments?.map(({ name }) => name) ?? [],
    happened: await happenedTo(ctx, delivery),
  }
})

async function read(ctx: Ctx, id: string) {
  const [row] = await ctx.db
    .select({
      delivery: getTableColumns(outbox),
      customerName: customers.name,
      sentBy: users.name,
      messageName: messages.name,
      keptSubject: messages.subject,
      keptBody: messages.body,
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

/** As handed over; once that is gone, as the message was kept. */
function contentOf({ delivery, keptSubject, keptBody }: NonNullable<Awaited<ReturnType<typeof read>>>) {
  const { payload } = delivery
  const subject = payload?.subject ?? keptSubject
  const text = payload?.text ?? keptBody?.replaceAll('{{link}}', '[link]') ?? null
  if (text === null) return null
  return { subject, text: isOffline(delivery) ? text : withoutLinks(text) }
}

/** In the order it happened; one of each kind at the most. */
async function happenedTo(ctx: Ctx, { customerId, sendId }: { customerId: string | null; sendId: string | null }) {
  if (!customerId || !sendId) return []
  return ctx.db
    .select({ kind: interactions.kind, at: interactions.occurredAt, rawCode: interactions.rawCode })
    .from(interactions)
    .where(and(eq(interactions.customerId, customerId), eq(interactions.sendId, sendId)))
    .orderBy(asc(interactions.occurredAt))
}
