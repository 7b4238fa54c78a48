import { sql } from 'drizzle-orm'
import { timelineContribution } from '@/lib/contributions/timeline'

type Row = { body: string; author: string }

/** Each note. */
export const notesOnTimeline = timelineContribution({
  permission: 'notes.read',
  arms: [
    { event: 'written', table: 'notes', occurredAt: 'created_at', id: 'id', mergePart: { part: 'notes', rowId: 'id' } },
  ],
  detail: sql`(select json_build_object('body', n.body, 'author', u.name)
    from notes n join users u on u.id = n.author_id where n.customer_id = page.customer_id and n.id = page.id::uuid)`,
  present: (row: Row) => row,
})
