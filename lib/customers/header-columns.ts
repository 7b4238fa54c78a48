import { sql, type SQL } from 'drizzle-orm'
import { customers } from '@/db/schema'

/** The ids that other systems use for the customer, as `{source, externalId}`, over the ids of its records (an SQL `uuid[]`). */
export const externalIdsOf = (memberIds: SQL) => sql`coalesce((
  select json_agg(json_build_object('source', e.source, 'externalId', e.external_id) order by e.source, e.external_id)
  from external_ids e where e.customer_id = any(${memberIds})), '[]')`

/** The validated registration fields: field → when and by whom. */
export const validations = sql<Record<string, { at: string; by: string }>>`coalesce((
  select json_object_agg(v.field, json_build_object('at', v.validated_at, 'by', u.name))
  from field_validations v join users u on u.id = v.validated_by where v.customer_id = ${customers.id}), '{}')`
