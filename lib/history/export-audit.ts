import { record } from '@/lib/audit/record'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import type { HistoryFilter } from './filter'
import { listAudit, type AuditItem } from './list-all'

/** A larger export needs a narrower filter. */
export const EXPORT_MAX = 20_000
const PAGE_ROWS = 1000

type Filter = HistoryFilter & { customerId?: string | undefined }

/** The events of the same filter on the page, newest first, at most 20,000. The export is an event itself, with its filter and number of rows. */
export const exportAudit = query('audit.read', async (ctx: WriteCtx, filter: Filter): Promise<AuditItem[]> => {
  const all: AuditItem[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await listAudit(ctx, { ...filter, cursor, limit: PAGE_ROWS })
    all.push(...items)
    cursor = nextCursor ?? undefined
  } while (cursor && all.length < EXPORT_MAX)
  const { event, actorId, from, to, customerId } = filter
  const asked = Object.entries({ event, actor: actorId, since: from, until: to, customer: customerId }).filter(
    ([, value]) => value,
  )
  await record(ctx.db, actorOf(ctx), {
    event: 'audit.exported',
    customerId: null,
    details: { rows: all.length, ...(asked.length && { filter: Object.fromEntries(asked) }) },
  })
  return all
})
