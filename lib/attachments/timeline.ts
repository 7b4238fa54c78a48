import { sql } from 'drizzle-orm'
import type { ATTACHMENT_TYPES } from '@/db/schema'
import { timelineContribution } from '@/lib/contributions/timeline'

type Row = {
  name: string
  type: (typeof ATTACHMENT_TYPES)[number]
  by: string
  caseNumber: number | null
  deleted: boolean
}

const arm = {
  table: 'attachments',
  occurredAt: 'created_at',
  id: 'id',
  mergePart: { part: 'attachments', rowId: 'id' },
} as const

/** Each attachment when it was added, the deleted ones too. Those of cases and messages need the permission to see these. */
export const attachmentsOnTimeline = timelineContribution({
  permission: 'attachments.read',
  arms: [
    { ...arm, event: 'added', where: 'case_id is null and send_id is null' },
    { ...arm, event: 'toCase', where: 'case_id is not null', permission: 'cases.read' },
    { ...arm, event: 'toMessage', where: 'send_id is not null', permission: 'interactions.read' },
  ],
  detail: sql`(select json_build_object('name', a.name, 'type', a.type, 'by', u.name, 'caseNumber', c.number, 'deleted', a.retired_at is not null)
    from attachments a join users u on u.id = a.created_by left join cases c on c.customer_id = a.customer_id and c.id = a.case_id
    where a.customer_id = page.customer_id and a.id = page.id::uuid)`,
  present: (row: Row) => row,
})
