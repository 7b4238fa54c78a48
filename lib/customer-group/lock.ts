import { sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Primary } from '@/db/handles'
import { ReadChanged } from '@/db/retry'
import { customers } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import type { WriteCtx } from '@/lib/kernel/context'
import type { CustomerGroup } from './group'
import { survivorIdOf } from './scope'

export type Customer = typeof customers.$inferSelect

type LockedGroup = CustomerGroup & { survivor: Customer }

const requested = alias(customers, 'requested')

/**
 * Locks all records of a customer's group until the transaction ends, so that changes to one customer happen one after another.
 * Returns null when there is no such customer.
 */
export const lockGroup = async (tx: Primary, customerId: string): Promise<LockedGroup | null> =>
  (await lockGroups(tx, [customerId])).get(customerId) ?? null

/** Locks the group and returns its surviving record, or null when it is absent or outside the viewer's scope. */
export async function lockCustomer(ctx: WriteCtx, customerId: string): Promise<Customer | null> {
  // The scope is part of the lock's own query: waiting for a lock would reveal that a customer outside the scope exists.
  const groups = await lockGroups(ctx.db, [customerId], scopedTo(ctx.viewer))
  return groups.get(customerId)?.survivor ?? null
}

/**
 * Locks all records of several groups in the order of their ids, the same for every caller, so that no two callers deadlock.
 * Returns the group of each requested id; ids that do not exist, or whose survivor is outside `scope`, are absent.
 */
export async function lockGroups(
  tx: Primary,
  customerIds: readonly string[],
  scope?: SQL,
): Promise<Map<string, LockedGroup>> {
  if (!customerIds.length) return new Map()
  const isRecord = isRecordOf([...new Set(customerIds)], scope)
  const rows = await tx.select().from(customers).where(isRecord).orderBy(customers.id).for('no key update')
  // Those rows do not show a merge that was committed while we waited, so the groups are read again.
  const now = await tx.select({ id: customers.id, survivorId: customers.survivorId }).from(customers).where(isRecord)
  const locked = new Map(rows.map((row) => [row.id, row]))
  // Locking the new records too would break the order of the ids, so the transaction starts again.
  if (now.some(({ id, survivorId }) => locked.get(id)?.survivorId !== survivorId))
    throw new ReadChanged('a customer was merged or separated meanwhile')
  return groupsOf(locked, customerIds)
}

/** `array(…)` keeps the subquery out of the join, so that both indexes (id, survivor_id) are used. */
function isRecordOf(customerIds: readonly string[], scope: SQL | undefined): SQL {
  const survivors = sql`array(
    select ${customers.id} from ${customers} as ${sql.identifier('requested')}
    join ${customers} on ${customers.id} = ${survivorIdOf(requested)}
    where ${requested.id} = any(${sql.param([...customerIds])}::uuid[]) ${scope && sql`and ${scope}`})`
  return sql`(${customers.id} = any(${survivors}) or ${customers.survivorId} = any(${survivors}))`
}

function groupsOf(locked: ReadonlyMap<string, Customer>, customerIds: readonly string[]): Map<string, LockedGroup> {
  const absorbed = new Map<string, string[]>()
  for (const { id, survivorId } of locked.values())
    if (survivorId) absorbed.set(survivorId, [...(absorbed.get(survivorId) ?? []), id])
  const groups = new Map<string, LockedGroup>()
  for (const customerId of customerIds) {
    const record = locked.get(customerId)
    const survivor = record && locked.get(record.survivorId ?? record.id)
    if (!survivor) continue
    const memberIds = [survivor.id, ...(absorbed.get(survivor.id) ?? [])]
    groups.set(customerId, { survivorId: survivor.id, memberIds, survivor })
  }
  return groups
}
