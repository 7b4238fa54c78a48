import type { Primary } from '@/db/handles'
import type { outbox } from '@/db/schema'
import { aDelivery } from '@/lib/testing/sending'
import { DELIVERIES, eachInTurn, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

/**
 * Plants a delivery of the offline outbox, whose text everybody with `outbox.read` may see, and two deliveries of a real provider.
 * Their text contains the customer's street, which only people who may see personal data get.
 */
export function plantDeliveries(db: Primary, customerId: string, identity: Identity): Promise<RecordIds['deliveries']> {
  const mail = { to: identity.email, subject: 'Aviso' }
  const real = { ...mail, text: `Entrega em ${identity.street}` }
  const rows: Record<keyof RecordIds['deliveries'], Partial<typeof outbox.$inferInsert>> = {
    play: { payload: { ...mail, text: 'Olá!' }, provider: 'offline', state: 'sent', doneAt: new Date() },
    retry: { payload: real, provider: 'resend', state: 'dead', failure: 'rejected' },
    carried: { payload: real, provider: 'resend', state: 'sent', doneAt: new Date() },
  }
  return eachInTurn(DELIVERIES, async (use) => {
    const delivery = await aDelivery(db, customerId, rows[use], { address: identity.email })
    return delivery.id
  })
}
