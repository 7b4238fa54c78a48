import { sql } from 'drizzle-orm'
import type { ENTRY_METHODS } from '@/db/schema/acquisition'
import { timelineContribution } from '@/lib/contributions/timeline'
import { showText } from './web-address'

type Row = {
  entryMethod: (typeof ENTRY_METHODS)[number]
  source: string | null
  campaign: string | null
  city: string | null
}

/** Each contact by which the customer came to the company. */
export const touchesOnTimeline = timelineContribution({
  permission: 'acquisition.read',
  arms: [
    {
      event: 'contacted',
      table: 'acquisition_touches',
      occurredAt: 'contacted_at',
      recordedAt: 'created_at',
      id: 'id',
      mergePart: { part: 'acquisition', rowId: 'id' },
    },
  ],
  detail: sql`(select json_build_object('entryMethod', a.entry_method, 'source', a.source, 'campaign', a.campaign, 'city', a.city)
    from acquisition_touches a where a.customer_id = page.customer_id and a.id = page.id::uuid)`,
  present: ({ source, campaign, ...row }: Row): Row => ({
    ...row,
    source: source && showText(source, false),
    campaign: campaign && showText(campaign, false),
  }),
})
