import { and, asc, eq, inArray } from 'drizzle-orm'
import { reminders, reservations } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { query } from '@/lib/kernel/query'
import { today } from '@/lib/kernel/today'

/** `on` is a day in the company's time zone; a reservation also has the instant of its pick-up. */
export type Appointment =
  | { kind: 'reminder'; id: string; on: string; text: string }
  | { kind: 'reservation'; id: string; on: string; at: Date; text: string }

/** The earliest open reminders and waiting reservations of a customer, at most `limit`. */
export const listAppointments = query(
  'agenda.read',
  async (ctx, { memberIds }: ViewedGroup, limit: number): Promise<Appointment[]> => {
    const ids = [...memberIds]
    const [open, waiting] = await Promise.all([
      ctx.db
        .select({ id: reminders.id, on: reminders.scheduledOn, text: reminders.comment })
        .from(reminders)
        .where(and(inArray(reminders.customerId, ids), eq(reminders.status, 'open')))
        .orderBy(asc(reminders.scheduledOn), asc(reminders.id))
        .limit(limit),
      ctx.db
        .select({ id: reservations.id, at: reservations.pickUpAt, text: reservations.product })
        .from(reservations)
        .where(and(inArray(reservations.customerId, ids), eq(reservations.status, 'waiting')))
        .orderBy(asc(reservations.pickUpAt), asc(reservations.id))
        .limit(limit),
    ])
    return [
      ...open.map((row) => ({ kind: 'reminder' as const, ...row })),
      ...waiting.map((row) => ({ kind: 'reservation' as const, ...row, on: today(row.at) })),
    ]
      .toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id))
      .slice(0, limit)
  },
)
