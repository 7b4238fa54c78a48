import { sql } from 'drizzle-orm'
import { timelineContribution } from '@/lib/contributions/timeline'
import type { Interaction, Reservation } from './find'

type Row =
  | { kind: 'reason'; text: string; by: null }
  | {
      kind: 'interaction'
      text: string | null
      by: string
      means: Interaction['means']
      situation: Interaction['situation']
    }
  | { kind: 'reminder'; text: string; by: string }
  | { kind: 'reservation'; text: string; by: string | null; status: Reservation['status'] }

const id = { id: 'id' } as const

/** Reasons, interactions, reminders and reservations, each when it was made. */
export const agendaOnTimeline = timelineContribution({
  permission: 'agenda.read',
  arms: [
    { ...id, event: 'reason', table: 'agenda_reasons', occurredAt: 'created_at' },
    { ...id, event: 'interaction', table: 'agenda_interactions', occurredAt: 'started_at', recordedAt: 'created_at' },
    { ...id, event: 'reminder', table: 'reminders', occurredAt: 'created_at' },
    { ...id, event: 'reservation', table: 'reservations', occurredAt: 'created_at' },
  ],
  detail: sql`(select case page.event
    when 'reason' then (select json_build_object('kind', 'reason', 'text', r.reason, 'by', null) from agenda_reasons r
      where r.customer_id = page.customer_id and r.id = page.id::uuid)
    when 'interaction' then (select json_build_object('kind', 'interaction', 'text', coalesce(i.comment, r.reason), 'by', u.name,
      'means', i.means, 'situation', i.situation) from agenda_interactions i join users u on u.id = i.seller_id
      left join agenda_reasons r on r.customer_id = i.customer_id and r.id = i.reason_id
      where i.customer_id = page.customer_id and i.id = page.id::uuid)
    when 'reminder' then (select json_build_object('kind', 'reminder', 'text', m.comment, 'by', u.name) from reminders m
      join users u on u.id = m.seller_id where m.customer_id = page.customer_id and m.id = page.id::uuid)
    else (select json_build_object('kind', 'reservation', 'text', v.product, 'by', u.name, 'status', v.status) from reservations v
      left join users u on u.id = v.seller_id where v.customer_id = page.customer_id and v.id = page.id::uuid) end)`,
  present: (row: Row) => row,
})
