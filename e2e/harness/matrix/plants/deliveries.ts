import type { Primary } from '@/db/handles'
import type { outbox } from '@/db/schema'
import { aDelivery } from '@/lib/testing/sending'
import { DELIVERIES, eachInTurn, type Known } from '../known'
import type { Identity } from '../secrets'

/**
 * A delivery of the offline outbox, whose text everybody with `outbox.read` may see, and two deliveries of a real provider.
 * Their text names the customer's street, and only people who may see personal data get it.
 */
export function plantDeliveries(db: Primary, customerId: string, who: Identity): Promise<Known['deliveries']> {
  const mail = { to: who.email, subject: 'Aviso' }
  const real = { ...mail, text: `Entrega em ${who.street}` }
  const rows: Record<keyof Known['deliveries'], Partial<typeof outbox.$inferInsert>> = {
    play: { payload: { ...mail, text: 'Olá!' }, provider: 'offline', state: 'sent', doneAt: new Date() },
    retry: { payload: real, provider: 'resend', state: 'dead', failure: 'rejected' },
    carried: { payload: real, provider: 'resend', state: 'sent', doneAt: new Date() },
  }
  return eachInTurn(DELIVERIES, async (use) => {
    const delivery = await aDelivery(db, customerId, rows[use], { address: who.email })
    return delivery.id
  })
}
