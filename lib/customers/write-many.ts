import { sql } from 'drizzle-orm'
import { insertRows } from '@/db/insert-rows'
import type { customers } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'

type Row = typeof customers.$inferSelect

/** A customer's columns as an import writes them: undefined leaves a column as it is. */
export type CustomerColumns = {
  id: string
  kind: Row['kind']
  name: string | undefined
  preferred_name: string | undefined
  document_country: string | undefined
  document_type: string | undefined
  document_number: string | undefined
  birth_on: string | undefined
  sex: string | undefined
  registered_on: string | undefined
  store_id: string | undefined
  how_met: string | undefined
  last_purchase_on: string | undefined
  remarks: string | undefined
  attributes: Record<string, unknown>
}

/** Inserts many customers with one statement. The caller has checked the permission and locked their tax ids. */
export async function insertCustomers(ctx: WriteCtx, created: readonly CustomerColumns[]): Promise<void> {
  const now = ctx.now.toISOString()
  await insertRows(ctx.db, 'customers', created, {
    id: ['uuid', (c) => c.id],
    kind: ['text', (c) => c.kind],
    name: ['text', (c) => c.name],
    preferred_name: ['text', (c) => c.preferred_name],
    document_country: ['text', (c) => c.document_country],
    document_type: ['text', (c) => c.document_type],
    document_number: ['text', (c) => c.document_number],
    birth_on: ['date', (c) => c.birth_on],
    sex: ['text', (c) => c.sex],
    registered_on: ['date', (c) => c.registered_on],
    store_id: ['uuid', (c) => c.store_id],
    how_met: ['text', (c) => c.how_met],
    last_purchase_on: ['date', (c) => c.last_purchase_on],
    remarks: ['text', (c) => c.remarks],
    attributes: ['jsonb', (c) => JSON.stringify(c.attributes)],
    created_at: ['timestamptz', now],
    created_by: ['uuid', ctx.viewer.userId],
    updated_at: ['timestamptz', now],
    last_activity_at: ['timestamptz', now],
  })
}

/**
 * Updates many customers with one statement, under the locks of their groups. Absent columns stay as they are. `cleared` names the
 * registration fields that changed, whose validations are removed.
 */
export async function updateCustomers(
  ctx: WriteCtx,
  changed: readonly (CustomerColumns & { cleared: readonly string[] })[],
): Promise<void> {
  if (!changed.length) return
  const json = JSON.stringify(changed)
  const now = ctx.now.toISOString()
  await ctx.db.execute(sql`
    update customers c set
      name = coalesce(r.name, c.name), preferred_name = coalesce(r.preferred_name, c.preferred_name),
      document_country = coalesce(r.document_country, c.document_country), document_type = coalesce(r.document_type, c.document_type),
      document_number = coalesce(r.document_number, c.document_number), birth_on = coalesce(r.birth_on, c.birth_on), sex = coalesce(r.sex, c.sex),
      registered_on = coalesce(r.registered_on, c.registered_on), store_id = coalesce(r.store_id, c.store_id),
      how_met = coalesce(r.how_met, c.how_met), last_purchase_on = coalesce(r.last_purchase_on, c.last_purchase_on),
      remarks = coalesce(r.remarks, c.remarks), attributes = c.attributes || r.attributes,
      version = c.version + 1, updated_at = ${now}::timestamptz, last_activity_at = greatest(c.last_activity_at, ${now}::timestamptz)
    from json_to_recordset(${json}::json) as r(id uuid, name text, preferred_name text, document_country text, document_type text,
      document_number text, birth_on date, sex text, registered_on date, store_id uuid, how_met text, last_purchase_on date, remarks text, attributes jsonb)
    where c.id = r.id`)
  await ctx.db.execute(sql`
    delete from field_validations v using json_to_recordset(${json}::json) as r(id uuid, cleared text[])
    where v.customer_id = r.id and v.field = any(r.cleared)`)
}

/** Inserts many ids of another system, `source`, with one statement. */
export const insertExternalIds = (
  ctx: WriteCtx,
  source: string,
  ids: readonly { externalId: string; customerId: string }[],
): Promise<void> =>
  insertRows(ctx.db, 'external_ids', ids, {
    source: ['text', source],
    external_id: ['text', (k) => k.externalId],
    customer_id: ['uuid', (k) => k.customerId],
  })
