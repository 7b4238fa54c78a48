import { and, eq, inArray } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import { sealedStates } from '@/lib/audit/sealed-states'
import { customerKeysOf } from '@/lib/audit/seal'
import type { Registration } from '@/lib/customers/changes'
import type { Ctx } from '@/lib/kernel/context'
import { columnsOf, RESTORABLE_EVENTS, type RestorableField } from './fields'

type Place = { customerId: string; seq: number; field: RestorableField }

/**
 * The values that a field's columns had before an event. Null when the event did not change the field, when it cannot be read any more, or
 * when the field was empty and cannot be emptied.
 */
export async function readOldValues(
  ctx: Pick<Ctx, 'db'>,
  { customerId, seq, field }: Place,
): Promise<Partial<Registration> | null> {
  const [event] = await ctx.db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.customerId, customerId),
        eq(auditEvents.seq, seq),
        inArray(auditEvents.event, [...RESTORABLE_EVENTS]),
      ),
    )
  if (!event) return null
  const before = sealedStates(event, await customerKeysOf(ctx.db, [customerId]))?.before
  if (!before || !(field in before)) return null
  // A person who cannot see the document could not distinguish an emptied field from an unchanged one.
  if (before[field] === null && (field === 'name' || field === 'documentNumber')) return null
  return Object.fromEntries(columnsOf(field).flatMap((key) => (key in before ? [[key, before[key]]] : [])))
}
