import type { Primary } from '@/db/handles'
import { customers, journeys, messages, outbox, sends } from '@/db/schema'
import { newCustomerId, newId } from '@/lib/values/ids'

const BATCH = 1_000
const PER_CUSTOMER = 20

/** Writes sends that wait in the outbox, twenty for each customer, as a campaign does. Returns the ids of the deliveries. */
export async function plantSends(db: Primary, count: number): Promise<string[]> {
  const journeyId = newId()
  await db.insert(journeys).values({ id: journeyId, name: 'Soak', purpose: 'service' })
  const ids: string[] = []
  while (ids.length < count) {
    const batch = Math.min(BATCH, count - ids.length)
    const people = Array.from({ length: Math.ceil(batch / PER_CUSTOMER) }, () => ({
      id: newCustomerId(),
      kind: 'person' as const,
      name: 'Soak',
    }))
    const rows = Array.from({ length: batch }, (_, n) => aSend(people[n % people.length]!.id, journeyId))
    await db.transaction(async (tx) => {
      await tx.insert(customers).values(people)
      await tx.insert(messages).values(rows.map(({ message }) => message))
      await tx.insert(sends).values(rows.map(({ send }) => send))
      await tx.insert(outbox).values(rows.map(({ delivery }) => delivery))
    })
    ids.push(...rows.map(({ delivery }) => delivery.id))
  }
  return ids
}

function aSend(customerId: string, journeyId: string) {
  const [messageId, sendId, id] = [newId(), newId(), newId()]
  const address = `${id}@example.com`
  const common = { channel: 'email' as const, journeyId, customerId }
  const payload = {
    to: address,
    subject: 'Seu documento',
    text: 'Olá!',
    html: '<p>Olá!</p>',
    unsubscribeUrl: `http://localhost/u/${id}`,
  }
  return {
    message: {
      ...common,
      id: messageId,
      name: 'Soak',
      purpose: 'service' as const,
      step: 1,
      subject: 'Seu documento',
      body: 'Olá!',
    },
    send: { ...common, id: sendId, messageId, address },
    delivery: { id, customerId, sendId, kind: 'send' as const, channel: 'email' as const, payload },
  }
}
