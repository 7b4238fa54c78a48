import type { Primary } from '@/db/handles'
import { appendEvents } from '@/lib/audit/append-events'
import { chainRow, type Actor, type AuditEntry } from '@/lib/audit/record'
import { newCustomerKey } from '@/lib/audit/seal'

/** Appends an event with values that nobody can decrypt, as after the customer's key was erased. The customer must have no key yet. */
export const appendErased = (db: Primary, actor: Actor, entry: AuditEntry & { customerId: string }): Promise<void> =>
  appendEvents(db, [chainRow(actor, entry, newCustomerKey(entry.customerId).key)])
