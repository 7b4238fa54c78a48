import { desc, eq, inArray } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { insertRows } from '@/db/insert-rows'
import { consents, customers } from '@/db/schema'
import { survivorIdOf } from '@/lib/customer-group/scope'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import type { Preference, Purpose } from './schema'

export type ImportedCancellation = {
  customerId: string
  preference: Preference
  purpose: Purpose
  /** The column and its value: the evidence. */
  reason: string
  /** The day of the cancellation, if the file says so. */
  on: string | null
}

export const cancellationKey = ({ preference, purpose }: Pick<ImportedCancellation, 'preference' | 'purpose'>) =>
  `${preference}:${purpose}`

/** What each customer has cancelled, on any record merged into it: `cancellationKey` by the survivor's id. */
export async function findCancelled(db: Primary, survivorIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  if (!survivorIds.length) return found
  const root = survivorIdOf(customers)
  const rows = await db
    .selectDistinctOn([consents.customerId, consents.preference, consents.purpose], {
      root,
      preference: consents.preference,
      purpose: consents.purpose,
      action: consents.action,
    })
    .from(consents)
    .innerJoin(customers, eq(customers.id, consents.customerId))
    .where(inArray(root, [...survivorIds]))
    .orderBy(consents.customerId, consents.preference, consents.purpose, desc(consents.id))
  for (const { root: id, action, ...said } of rows)
    if (action === 'cancelled') found.set(id, (found.get(id) ?? new Set<string>()).add(cancellationKey(said)))
  return found
}

/** Records cancellations from a file with one statement, under the locks of the customers. The caller writes their history. Returns their ids. */
export async function recordImportedCancellations(
  ctx: WriteCtx,
  cancellations: readonly ImportedCancellation[],
): Promise<string[]> {
  const rows = cancellations.map((cancellation) => ({ ...cancellation, id: idsOf(ctx).row() }))
  await insertRows(ctx.db, 'consents', rows, {
    customer_id: ['uuid', (row) => row.customerId],
    id: ['uuid', (row) => row.id],
    preference: ['text', (row) => row.preference],
    purpose: ['text', (row) => row.purpose],
    action: ['text', 'cancelled'],
    origin: ['text', 'import'],
    actor_id: ['uuid', ctx.viewer.userId],
    reason: ['text', (row) => row.reason],
    at: ['timestamptz', (row) => (row.on ? `${row.on}T12:00:00Z` : ctx.now.toISOString())],
  })
  return rows.map(({ id }) => id)
}
