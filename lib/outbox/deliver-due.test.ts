import { eq } from 'drizzle-orm'
import { interactions, outbox } from '@/db/schema'
import { offlineTransport } from '@/lib/sending/offline'
import { aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aDelivery } from '@/lib/testing/sending'
import { deliverDue } from './deliver-due'

const { db } = useTestDatabase()

it('sends due deliveries once, with the time of the given clock', async () => {
  const { id: customerId } = await aCustomer(db())
  const [then, later] = [new Date('2025-05-04T12:00:00Z'), new Date(Date.now() + 3_600_000)]
  const due = await aDelivery(db(), customerId, { dueAt: then })
  await aDelivery(db(), customerId, { dueAt: later })
  expect(await deliverDue(db(), offlineTransport, () => then)).toBe(1)
  expect(await deliverDue(db(), offlineTransport, () => then)).toBe(0)
  const [row] = await db().select().from(outbox).where(eq(outbox.id, due.id))
  expect(row).toMatchObject({ state: 'sent', doneAt: then })
  expect(await db().select().from(interactions)).toMatchObject([{ kind: 'sent', occurredAt: then }])
})
