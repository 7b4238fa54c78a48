import { and, asc, desc, eq, sql, type SQL } from 'drizzle-orm'
import { auditEvents, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/values/ids'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { repeatedAttempts } from './attempts'
import { detailsOf, statesOf } from './changes'
import { eventsOf } from '@/lib/audit/event-groups'
import { BULK_EVENT, isOfSystem, SYSTEM_CHAIN } from '@/lib/audit/events'
import { filteredBy, type HistoryFilter } from './filter'
import { itemOf, type EventItem, type EventRow } from './item'
import { idsIn, withNames } from './named-ids'
import { everyNameOf } from './names'

export const AUDIT_PAGE = 50

/** An event without the encrypted values of its customer. */
export type AuditItem = EventItem & {
  /** Null for an event of the system chain. */
  customerId: string | null
  /** The name of the customer; null if there is none, or none in the viewer's scope. */
  customerName: string | null
  /** The name of the user, journey or import that is the subject. */
  subjectName: string | null
}

type Filter = HistoryFilter & { customerId?: string | undefined; cursor?: string | undefined; limit?: number }

const NO_KEYS: ReadonlyMap<string, Buffer> = new Map()

/**
 * The events of all actors, newest first, `limit` (50) at a time. Of an import it lists one event instead of one for each row, unless
 * the filter asks for the rows. A malformed `customerId` finds nothing.
 */
export const listAudit = query(
  'audit.read',
  async (ctx, { customerId, cursor, limit = AUDIT_PAGE, ...filter }: Filter = {}) => {
    if (customerId && !isUuid(customerId)) return { items: [], nextCursor: null }
    // A system event is read from the system chain alone, without searching all chains.
    const chain = customerId ?? (eventsOf(filter.event)?.every(isOfSystem) ? SYSTEM_CHAIN : undefined)
    const within = chain ? eq(auditEvents.customerId, chain) : indexed(filter)
    const rows = await ctx.db
      .select()
      .from(auditEvents)
      .where(and(within, filteredBy(filter), before(cursor)))
      .orderBy(
        ...(chain
          ? [desc(auditEvents.seq)]
          : [desc(auditEvents.at), desc(auditEvents.customerId), desc(auditEvents.seq)]),
      )
      .limit(limit + 1)
    const { page, nextCursor } = pageOf(rows, limit, (last) => placeOf(last, Boolean(chain)))
    return { items: await present(ctx, page), nextCursor }
  },
)

/** Repeats the condition of the partial indexes, so that Postgres uses them. */
const indexed = ({ event, actorId }: HistoryFilter) =>
  event === BULK_EVENT || !(event || actorId) ? undefined : sql`${auditEvents.event} <> 'customer.imported'`

/** The possible actors of the history: all users by name, at most 500. */
export const listActors = query('audit.read', (ctx) =>
  ctx.db.select({ id: users.id, name: users.name }).from(users).orderBy(asc(users.name)).limit(500),
)

/** The cursor of an event: within one chain its number; across chains its time, chain and number. */
const placeOf = ({ at, customerId, seq }: EventRow, oneChain: boolean) =>
  oneChain ? String(seq) : `${at.getTime()}.${customerId}.${seq}`

function before(cursor: string | undefined): SQL | undefined {
  const [, time, chain, seq] = /^(?:(\d{1,14})\.([0-9a-f-]{36})\.)?(\d{1,15})$/.exec(cursor ?? '') ?? []
  if (!seq) return undefined
  if (!time || !isUuid(chain)) return sql`${auditEvents.seq} < ${seq}::bigint`
  const at = new Date(Number(time)).toISOString()
  return sql`(${auditEvents.at}, ${auditEvents.customerId}, ${auditEvents.seq}) < (${at}::timestamptz, ${chain}::uuid, ${seq}::bigint)`
}

async function present(ctx: Ctx, rows: EventRow[]): Promise<AuditItem[]> {
  const states = rows.map((row) => statesOf(row, NO_KEYS))
  const inDetails = rows.flatMap((row) => idsIn(detailsOf(row)))
  const ids = [...rows.flatMap((r) => [r.actorId, r.customerId, namedIn(r)]), ...inDetails, ...states.flatMap(idsIn)]
  const names = await everyNameOf(ctx, ids)
  const attempts = await repeatedAttempts(ctx.db, rows)
  const seen = { viewer: ctx.viewer, revealed: new Set<string>(), names }
  return rows.map((row, i) => {
    const item = itemOf(row, states[i] ?? {}, seen, attempts.get(row.subject ?? ''))
    return {
      ...item,
      details: withNames(item.details, names),
      customerName: names.get(row.customerId) ?? null,
      customerId: row.customerId === SYSTEM_CHAIN ? null : row.customerId,
      subjectName: names.get(namedIn(row) ?? '') ?? null,
    }
  })
}

const namedIn = ({ subject }: EventRow) => /^(?:user|journey|import):(.+)$/.exec(subject ?? '')?.[1] ?? null
