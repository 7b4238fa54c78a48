import type { Primary } from '@/db/handles'
import { customerKeys } from '@/db/schema'
import { appendEvents } from './append-events'
import { chainRow, type Actor, type AuditEntry } from './record'
import { customerKeysOf, newCustomerKey } from './seal'

/** `actor`: who did this and when; without it, the actor of the whole call. */
type Entry = AuditEntry & { actor?: Actor }

/**
 * Appends many events to their chains, in the order of `entries`, with a few statements.
 * Call it inside the transaction of the changes.
 */
export async function recordMany(db: Primary, actor: Actor, entries: readonly Entry[]): Promise<void> {
  if (!entries.length) return
  const keys = await keysFor(db, entries)
  await appendEvents(
    db,
    entries.map(({ actor: own = actor, ...entry }) => chainRow(own, entry, keys.get(entry.customerId ?? ''))),
  )
}

/** The data keys of the customers with personal values in their entries; creates missing ones. */
async function keysFor(db: Primary, entries: readonly Entry[]): Promise<Map<string, Buffer>> {
  const sealed = entries.filter(({ before, after }) => before || after)
  const ids = [...new Set(sealed.flatMap(({ customerId }) => customerId ?? []))]
  if (!ids.length) return new Map()
  const found = await customerKeysOf(db, ids)
  const missing = ids.filter((id) => !found.has(id)).sort()
  if (!missing.length) return found
  await db
    .insert(customerKeys)
    .values(missing.map((customerId) => ({ customerId, wrapped: newCustomerKey(customerId).wrapped })))
    .onConflictDoNothing()
  return customerKeysOf(db, ids)
}
