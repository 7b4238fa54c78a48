import { and, desc, eq, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { customers, messages, outbox, sends } from '@/db/schema'
import { SEND_CHANNELS } from '@/db/schema/journeys'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import type { SendChannel } from '@/lib/sending/address'
import { member, ofDelivery, ofMember, shownRecipient, visibleTo } from './visible'

const PAGE = 30
/** How many deliveries one page searches for those that the viewer may see. */
const WINDOW = 5_000

/** The tabs of the outbox. `waiting` includes deliveries that are being sent. */
export const OUTBOX_TABS = ['all', 'waiting', 'sent', 'dead'] as const
export type OutboxTab = (typeof OUTBOX_TABS)[number]

type Filter = { tab: OutboxTab; channel?: SendChannel | undefined; cursor?: string | undefined }

export const readTab = (text: string | undefined): OutboxTab => OUTBOX_TABS.find((tab) => tab === text) ?? 'all'
export const readChannel = (text: string | undefined): SendChannel | undefined =>
  SEND_CHANNELS.find((channel) => channel === text)

const STATES = { waiting: ['waiting', 'sending'], sent: ['sent'], dead: ['dead'] } as const

export type DeliveryRow = Awaited<ReturnType<typeof listDeliveries>>['items'][number]

/**
 * Lists deliveries to customers in the viewer's scope, newest first, 30 a page. Addresses are masked unless the viewer may read them.
 * A page searches at most 5,000 deliveries, so it may be short although there is a next page.
 */
export const listDeliveries = query('outbox.read', async (ctx, filter: Filter) => {
  const rows = await read(ctx, filter)
  const items = rows
    .slice(0, PAGE)
    .map(({ to, ...row }) => ({ ...row, to: shownRecipient(ctx.viewer, { ...row, to }) }))
  const nextCursor = rows.length > PAGE ? items.at(-1)!.id : await endOfWindow(ctx, filter)
  return { items, nextCursor }
})

const filtered = ({ tab, channel, cursor }: Filter): SQL | undefined =>
  and(
    tab === 'all' ? undefined : inArray(outbox.state, [...STATES[tab]]),
    channel && eq(outbox.channel, channel),
    isUuid(cursor) ? lt(outbox.id, cursor) : undefined,
  )

async function read(ctx: Ctx, filter: Filter) {
  const recent = ctx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(filtered(filter))
    .orderBy(desc(outbox.id))
    .limit(WINDOW)
    .as('recent')
  return ctx.db
    .select({
      id: outbox.id,
      kind: outbox.kind,
      channel: outbox.channel,
      state: outbox.state,
      provider: outbox.provider,
      failure: outbox.failure,
      createdAt: outbox.createdAt,
      customerId: outbox.customerId,
      customerName: shownNameOf(customers),
      sendState: sends.state,
      messageName: messages.name,
      // The subject of an e-mail with a code contains the code.
      subject: sql<
        string | null
      >`case when ${outbox.kind} = 'send' then coalesce(${outbox.payload}->>'subject', ${messages.subject}) end`,
      to: sql<string | null>`coalesce(${sends.address}, ${outbox.payload}->>'to')`,
    })
    .from(recent)
    .innerJoin(outbox, eq(outbox.id, recent.id))
    .leftJoin(member, ofDelivery)
    .leftJoin(customers, ofMember)
    .leftJoin(sends, and(eq(sends.customerId, outbox.customerId), eq(sends.id, outbox.sendId)))
    .leftJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .where(visibleTo(ctx.viewer))
    .orderBy(desc(recent.id))
    .limit(PAGE + 1)
}

/** Returns the cursor of the next page if this page searched the whole window, or null if there are no older deliveries. */
async function endOfWindow(ctx: Ctx, filter: Filter): Promise<string | null> {
  const [row] = await ctx.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(filtered(filter))
    .orderBy(desc(outbox.id))
    .offset(WINDOW - 1)
    .limit(1)
  return row?.id ?? null
}
