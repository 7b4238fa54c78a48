import type { Primary } from '@/db/handles'
import { externalIds } from '@/db/schema'
import { appendMessages } from '@/lib/conversations/store-messages'
import type { WriteCtx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { aCtx, aCustomer, aPoint } from '../builders'
import { aConversation } from '../conversations'

/** A handful of customers that workers change at the same time. */
export type World = { db: Primary; viewer: WriteCtx['viewer']; ids: readonly string[] }

/** The system whose ids an import finds the customers by. */
export const SOURCE = 'erp'

/** Plants customers who each have an id in another system, an e-mail address and a conversation from that address. */
export async function aWorld(db: Primary, count: number): Promise<World> {
  const { viewer } = await aCtx(db, 'admin')
  const ids: string[] = []
  for (let at = 0; at < count; at++) {
    const address = addressOf(newId())
    const { id } = await aCustomer(db, { name: `Cliente ${at}` })
    await db.insert(externalIds).values({ source: SOURCE, externalId: id, customerId: id })
    await aPoint(db, id, { value: address, normalized: address, matchKey: address, primaryAt: new Date() })
    const conversation = await aConversation(db, id, { channel: 'email', address, messageCount: 0 })
    await appendMessages(db, { customerId: id, id: conversation.id, messageCount: 0 }, [
      { direction: 'in', body: 'Olá', occurredAt: new Date(), recordedAt: new Date() },
    ])
    ids.push(id)
  }
  return { db, viewer, ids }
}

const addressOf = (name: string) => `${name}@example.com`

export const ctxOf = ({ db, viewer }: World): WriteCtx => ({ db, viewer, requestId: newId(), now: new Date() })
