import { sql } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { insertRows } from '@/db/insert-rows'
import { newId } from '@/lib/values/ids'

export type GeneratedReason = {
  customerId: string
  storeId: string
  sellerId: string | null
  ruleId: string
  period: string
  kind: string
  reason: string
  message: string
  opensOn: string
  closesOn: string
}

/**
 * Writes generated reasons in the caller's transaction. A customer has at most one reason for a rule and a period: repeated ones are
 * skipped. Returns the ids and the rules of the written ones.
 */
export async function insertReasons(
  tx: Primary,
  reasons: readonly GeneratedReason[],
  createdAt: Date,
): Promise<{ id: string; ruleId: string }[]> {
  const rows = reasons.map((reason) => ({ ...reason, id: newId() }))
  await insertRows(
    tx,
    'agenda_reasons',
    rows,
    {
      customer_id: ['uuid', ({ customerId }) => customerId],
      id: ['uuid', ({ id }) => id],
      store_id: ['uuid', ({ storeId }) => storeId],
      seller_id: ['uuid', ({ sellerId }) => sellerId],
      rule_id: ['uuid', ({ ruleId }) => ruleId],
      period: ['text', ({ period }) => period],
      kind: ['text', ({ kind }) => kind],
      reason: ['text', ({ reason }) => reason],
      message: ['text', ({ message }) => message],
      opens_on: ['date', ({ opensOn }) => opensOn],
      closes_on: ['date', ({ closesOn }) => closesOn],
      created_at: ['timestamptz', createdAt.toISOString()],
    },
    sql`on conflict (customer_id, rule_id, period) where rule_id is not null do nothing`,
  )
  const ids = sql.param(rows.map(({ id }) => id))
  const customerIds = sql.param(rows.map(({ customerId }) => customerId))
  const { rows: written } = await tx.execute<{ id: string; rule_id: string }>(sql`
    select r.id, r.rule_id from unnest(${customerIds}::uuid[], ${ids}::uuid[]) key (customer_id, id)
    join agenda_reasons r on r.customer_id = key.customer_id and r.id = key.id`)
  return written.map(({ id, rule_id: ruleId }) => ({ id, ruleId }))
}
