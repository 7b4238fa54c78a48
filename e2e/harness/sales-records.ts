import type { Primary } from '@/db/handles'
import { acquisitionTouches, reminders, scheduledStatusChanges } from '@/db/schema'
import { JULIA } from '@/lib/auth/demo-users'
import { PAULISTA } from '@/lib/demo/stores'
import { aReason } from '@/lib/testing/agenda'
import { newId } from '@/lib/values/ids'

/** Plants what sellers work with: a reason for a contact, a reminder, a scheduled change of status, and the contact of a new customer. */
export async function plantSalesRecords(db: Primary, customerId: string) {
  const [reminderId, scheduleId, touchId] = [newId(), newId(), newId()]
  const { id: reasonId } = await aReason(db, { customerId, storeId: PAULISTA.id, sellerId: JULIA.id })
  const owner = { sellerId: JULIA.id, storeId: PAULISTA.id, createdBy: JULIA.id }
  await db
    .insert(reminders)
    .values({ customerId, id: reminderId, scheduledOn: '2999-01-01', comment: 'Ligar', ...owner })
  await db.insert(scheduledStatusChanges).values({
    ...{ customerId, id: scheduleId, status: 'won', createdBy: JULIA.id, zoneRules: process.versions.tz! },
    ...{ localAt: '2999-01-01T09:00', timeZone: 'America/Sao_Paulo', dueAt: new Date('2999-01-01T12:00:00Z') },
  })
  await db.insert(acquisitionTouches).values({
    ...{ customerId, id: touchId, contactedAt: new Date('2026-01-15T15:00:00Z'), entryMethod: 'form' },
    ipAddress: '203.0.113.7',
  })
  return { reasonId, reminderId }
}
