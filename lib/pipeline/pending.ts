import { sql } from 'drizzle-orm'
import type { PipelinePosition } from '@/lib/customer-group/pipeline-status'

/** A change of status that waits for its time, with its sub-status by name. */
export type PendingChange = PipelinePosition & {
  id: string
  subStatus: string | null
  /** The date and time on the clocks of `timeZone`, as `2027-03-15T09:00`. */
  localAt: string
  timeZone: string
  /** ISO 8601. */
  dueAt: string
}

/** The pending change of the record with this SQL id as JSON, or null. It reads one row of a unique index. */
export const pendingChangeOf = (customerId: ReturnType<typeof sql.raw>) => sql<PendingChange | null>`(
  select json_build_object('id', s.id, 'status', s.status, 'subStatusId', s.sub_status_id, 'subStatus', n.name,
    'localAt', to_char(s.local_at, 'YYYY-MM-DD"T"HH24:MI'), 'timeZone', s.time_zone,
    'dueAt', to_char(s.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
  from scheduled_status_changes s left join pipeline_sub_statuses n on n.id = s.sub_status_id
  where s.customer_id = ${customerId} and s.ended_at is null)`

const CUSTOMER = sql.raw('customers.id')

/** The position of the customer in the pipeline, for the header of the profile. */
export const pipelineOf = sql<{ subStatus: string | null; pending: PendingChange | null }>`json_build_object(
  'subStatus', (select n.name from pipeline_sub_statuses n where n.id = customers.pipeline_sub_status_id),
  'pending', ${pendingChangeOf(CUSTOMER)})`
