import { and, inArray, sql } from 'drizzle-orm'
import { auditEvents } from '@/db/schema'
import { sealedStates, type States } from '@/lib/audit/sealed-states'
import { customerKeysOf } from '@/lib/audit/seal'
import type { WriteCtx } from '@/lib/kernel/context'

/** What an import did to one customer, as the history says. */
export type ImportedChanges = {
  /** By the row of the file; null when the customer's key was erased. */
  states: ReadonlyMap<number, States | null>
  pointIds: readonly string[]
}

/** Reads what an import did to some customers, by their ids. */
export async function readImported(
  ctx: WriteCtx,
  importId: string,
  customerIds: readonly string[],
): Promise<Map<string, ImportedChanges>> {
  const ids = [...customerIds]
  const rows = await ctx.db
    .select()
    .from(auditEvents)
    .where(
      and(
        inArray(auditEvents.customerId, ids),
        inArray(auditEvents.event, ['customer.imported', 'contact.added']),
        sql`${auditEvents.details}::jsonb ->> 'importId' = ${importId}`,
      ),
    )
  const keys = await customerKeysOf(ctx.db, ids)
  return new Map(
    ids.map((id) => {
      const own = rows.filter(({ customerId }) => customerId === id)
      const imported = own.filter(({ event }) => event === 'customer.imported')
      return [
        id,
        {
          states: new Map(imported.map((row) => [rowOf(row.details), row.sealed ? sealedStates(row, keys) : NOTHING])),
          pointIds: own
            .filter(({ event }) => event === 'contact.added')
            .map(({ subject }) => (subject ?? '').replace(/^point:/, '')),
        },
      ]
    }),
  )
}

/** The row changed no registration value. */
const NOTHING: States = { before: null, after: null }

const rowOf = (details: string | null) => Number((JSON.parse(details ?? '{}') as { row?: number }).row)

/** The customers among these that nobody has changed or used since: their history has only this import and views. */
export async function findUntouched(
  ctx: WriteCtx,
  importId: string,
  customerIds: readonly string[],
): Promise<Set<string>> {
  if (!customerIds.length) return new Set()
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select c.id from customers c
    where c.id = any(${sql.param([...customerIds])}::uuid[]) and c.survivor_id is null
      and not exists (select from customers a where a.survivor_id = c.id)
      and not exists (select from audit_events e where e.customer_id = c.id and ${isTouchedBy(importId)})`)
  return new Set(rows.map(({ id }) => id))
}

/** An SQL condition on an event `e`: it is neither from this import nor a view. */
export const isTouchedBy = (importId: string) => sql`e.event not in ('personal.revealed', 'access.denied')
  and not (e.event in ('customer.imported', 'contact.added') and e.details::jsonb ->> 'importId' = ${importId})`
