import { insertRows } from '@/db/insert-rows'
import type { contactPoints } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'

type Row = typeof contactPoints.$inferSelect

type NewContactPoint = Pick<Row, 'customerId' | 'id' | 'channel' | 'value' | 'normalized' | 'matchKey'> & {
  address?: Row['address'] | undefined
  label?: string | undefined
  primary: boolean
}

/** Inserts many contact points with one statement. The caller has locked the customers' groups and chosen at most one primary per channel. */
export async function insertContactPoints(ctx: WriteCtx, points: readonly NewContactPoint[]): Promise<void> {
  const now = ctx.now.toISOString()
  const by = ctx.viewer.userId
  await insertRows(ctx.db, 'contact_points', points, {
    customer_id: ['uuid', (p) => p.customerId],
    id: ['uuid', (p) => p.id],
    channel: ['text', (p) => p.channel],
    value: ['text', (p) => p.value],
    normalized: ['text', (p) => p.normalized],
    match_key: ['text', (p) => p.matchKey],
    address: ['jsonb', (p) => p.address && JSON.stringify(p.address)],
    label: ['text', (p) => p.label],
    primary_at: ['timestamptz', (p) => (p.primary ? now : null)],
    primary_by: ['uuid', (p) => (p.primary ? by : null)],
    created_at: ['timestamptz', now],
    created_by: ['uuid', by],
    changed_at: ['timestamptz', now],
  })
}
