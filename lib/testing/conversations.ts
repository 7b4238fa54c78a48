import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { conversationMessages, conversations } from '@/db/schema'
import { newId } from '@/lib/values/ids'

type Over = Partial<typeof conversations.$inferInsert>

/** A conversation by WhatsApp without messages. */
export async function aConversation(db: Primary, customerId: string, over: Over = {}) {
  const at = over.openedAt ?? new Date('2026-03-01T12:00:00Z')
  const [row] = await db
    .insert(conversations)
    .values({
      ...{ customerId, id: newId(), channel: 'whatsapp', address: '+5511987657777', source: 'webhook' },
      ...{ openedAt: at, lastMessageAt: at },
      ...over,
    })
    .returning()
  return row!
}

/** Messages of the customer, one a minute, with the texts `1`, `2` and so on. */
export const manyMessages = (
  db: Primary,
  { customerId, id, openedAt }: { customerId: string; id: string; openedAt: Date },
  count: number,
) =>
  db.execute(sql`
    insert into ${conversationMessages} (customer_id, conversation_id, number, direction, body, occurred_at, recorded_at)
    select ${customerId}, ${id}, n, 'in', n::text, at, at
    from generate_series(1, ${count}::int) n, lateral (select ${openedAt.toISOString()}::timestamptz + n * interval '1 minute') moment(at)`)

/** The body of an event of the inbound webhook. */
export const inbound = (over: object = {}) => ({
  type: 'messages.received',
  channel: 'whatsapp',
  from: '5511987657777',
  messages: [{ id: newId(), by: 'customer', at: '2026-03-01T12:00:00Z', text: 'Olá!' }],
  ...over,
})
