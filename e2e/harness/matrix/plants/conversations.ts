import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { conversationMessages, conversations, inboundEvents } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { aConversation } from '@/lib/testing/conversations'
import { newId } from '@/lib/values/ids'
import { CONVERSATIONS, eachInTurn, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

/** Plants a conversation by e-mail for each action, with a message and captured values, and a message without a customer. */
export async function plantConversations(
  db: Primary,
  customerId: string,
  { name, email, cpf }: Identity,
): Promise<Pick<RecordIds, 'conversations' | 'inboundEventId'>> {
  const ids = await eachInTurn(CONVERSATIONS, async () => {
    const mail = { channel: 'email', address: email, attributes: { documento: cpf } } as const
    const { id, openedAt } = await aConversation(db, customerId, { ...mail, messageCount: 1 })
    const message = {
      direction: 'in' as const,
      body: `Mensagem de ${name}`,
      occurredAt: openedAt,
      recordedAt: openedAt,
    }
    await db.insert(conversationMessages).values({ customerId, conversationId: id, number: 1, ...message })
    return id
  })
  const closed = { closedAt: new Date(), closedBy: HELENA.id }
  await db.update(conversations).set(closed).where(eq(conversations.id, ids.reopen))
  const inboundEventId = newId()
  const message = { id: null, direction: 'in', author: null, at: new Date(), body: 'Oi' }
  const content = { channel: 'email', address: email, thread: null, subject: null, attributes: {}, messages: [message] }
  const event = { source: 'webhook', eventId: inboundEventId, unassigned: 'unknown', receivedAt: new Date() } as const
  await db.insert(inboundEvents).values({ ...event, id: inboundEventId, content })
  return { conversations: ids, inboundEventId }
}
