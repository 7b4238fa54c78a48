import type { Primary } from '@/db/handles'
import { messages, sends } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { recordInteraction } from '@/lib/sending/record-interaction'
import type { InteractionKind } from '@/lib/sending/next-state'

type Sent = Partial<typeof sends.$inferInsert> & { message?: Partial<typeof messages.$inferInsert> }

/** A message and its send. */
export async function aSend(db: Primary, customerId: string, { message: words, ...over }: Sent = {}) {
  const channel = over.channel ?? 'email'
  const address = channel === 'email' ? 'maria@example.com' : '+5511987657777'
  const subject = channel === 'email' ? 'Bem-vinda' : null
  const own = { customerId, channel, journeyId: over.journeyId }
  const [message] = await db
    .insert(messages)
    .values({ ...own, id: newId(), name: 'Boas-vindas', purpose: 'service', subject, body: 'Olá, Maria!', ...words })
    .returning()
  const [send] = await db
    .insert(sends)
    .values({ ...own, id: newId(), messageId: message!.id, address, ...over })
    .returning()
  return send!
}

export const happened = (
  db: Primary,
  { customerId, id: sendId }: { customerId: string; id: string },
  kind: InteractionKind,
  occurredAt = new Date(),
) => recordInteraction(db, { customerId, sendId, kind, occurredAt, provider: 'offline', rawCode: `raw.${kind}` })
