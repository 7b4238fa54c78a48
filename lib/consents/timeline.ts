import { sql } from 'drizzle-orm'
import type { CONSENT_ORIGINS } from '@/db/schema'
import { timelineContribution } from '@/lib/contributions/timeline'
import type { ConsentAction, Preference, Purpose } from './schema'

type Row = {
  preference: Preference
  purpose: Purpose
  action: ConsentAction
  origin: (typeof CONSENT_ORIGINS)[number]
  by: string | null
}

/** Each preference that the customer accepted or cancelled. */
export const consentsOnTimeline = timelineContribution({
  permission: 'consents.read',
  arms: [{ event: 'recorded', table: 'consents', occurredAt: 'at', id: 'id' }],
  detail: sql`(select json_build_object('preference', c.preference, 'purpose', c.purpose, 'action', c.action, 'origin', c.origin, 'by', u.name)
    from consents c left join users u on u.id = c.actor_id where c.customer_id = page.customer_id and c.id = page.id::uuid)`,
  present: (row: Row) => row,
})
