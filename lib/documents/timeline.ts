import { sql } from 'drizzle-orm'
import { timelineContribution } from '@/lib/contributions/timeline'
import type { DocumentState } from './state'

type Row = { title: string; number: string; state: DocumentState }

/** Each document, when it was added. */
export const documentsOnTimeline = timelineContribution({
  permission: 'documents.read',
  arms: [{ event: 'added', table: 'documents', occurredAt: 'created_at', id: 'id' }],
  detail: sql`(select json_build_object('title', d.title, 'number', d.number, 'state',
    case when d.deleted_at is not null then 'deleted' when d.archived_at is not null then 'archived' else 'available' end)
    from documents d where d.customer_id = page.customer_id and d.id = page.id::uuid)`,
  present: (row: Row) => row,
})
