import type { Primary } from '@/db/handles'
import { agendaInteractions, reminders, reservations } from '@/db/schema'
import { HELENA, RAFAEL } from '@/lib/auth/demo-users'
import { aReason } from '@/lib/testing/agenda'
import { newId } from '@/lib/values/ids'
import { AGENDA_CONTACTS, each, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

/** Plants, for the pages of the agenda, a reason, two open contacts of a seller, a reminder and a reservation. */
export async function plantAgendaContacts(
  db: Primary,
  customerId: string,
  { name }: Identity,
  storeId: string,
): Promise<RecordIds['agendaContacts']> {
  const ids = each(AGENDA_CONTACTS, () => newId())
  const shared = { customerId, storeId, sellerId: RAFAEL.id }
  await aReason(db, { customerId, storeId, id: ids.reason, reason: `Saudar ${name}` })
  const at = new Date()
  await db.insert(agendaInteractions).values(
    [ids.open, ids.record].map((id) => ({
      ...shared,
      id,
      means: 'call' as const,
      startedAt: at,
      lastActivityAt: at,
    })),
  )
  await db.insert(reminders).values({
    ...{ ...shared, id: ids.reminder, scheduledOn: '2026-01-31', comment: `Retornar para ${name}` },
    createdBy: HELENA.id,
  })
  await db.insert(reservations).values({
    ...{ ...shared, id: ids.reservation, reservedOn: '2026-01-31', pickUpAt: at, product: `Bota de ${name}` },
    createdBy: HELENA.id,
  })
  return ids
}
