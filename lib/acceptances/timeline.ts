import { sql } from 'drizzle-orm'
import { timelineContribution } from '@/lib/contributions/timeline'
import { shownAddress } from '@/lib/privacy/shown-address'
import type { SendChannel } from '@/lib/sending/address'
import { statusAt, type AcceptanceStatus } from './status'

type Row = {
  title: string
  status: AcceptanceStatus
  expiresAt: string
  channel: SendChannel
  address: string
}

/** Each acceptance when it was requested, and again when the customer decided. */
export const acceptancesOnTimeline = timelineContribution({
  permission: 'documents.read',
  arms: [
    { event: 'requested', table: 'acceptances', occurredAt: 'created_at', id: 'id' },
    {
      event: 'decided',
      table: 'acceptances',
      occurredAt: 'decided_at',
      id: 'id',
      where: 'decided_at is not null',
    },
  ],
  detail: sql`(select json_build_object('title', d.title, 'status', a.status, 'expiresAt', a.expires_at, 'channel', a.channel,
    'address', a.address)
    from acceptances a join documents d on d.customer_id = a.customer_id and d.id = a.document_id
    where a.customer_id = page.customer_id and a.id = page.id::uuid)`,
  present: ({ address, expiresAt, ...row }: Row, { viewer, revealed, now }) => ({
    ...row,
    status: statusAt({ status: row.status, expiresAt: new Date(expiresAt) }, now),
    to: shownAddress(viewer, revealed, { channel: row.channel, address, pointId: null }),
  }),
})
