import { and, desc, eq, lt, type SQL } from 'drizzle-orm'
import type { Reader } from '@/db/handles'
import { auditEvents } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import type { Scope } from '@/lib/access/viewer'
import type { Ctx } from '@/lib/kernel/context'
import { survivorScopedAs } from '@/lib/customer-group/scope'
import { query } from '@/lib/kernel/query'
import { scopeValues } from '@/lib/access/scope'
import { repeatedAttempts } from './attempts'
import { idsNamedBy, statesOf } from './changes'
import { filteredBy, type HistoryFilter } from './filter'
import { itemOf, type EventItem, type EventRow } from './item'
import { otherCustomerIn, withOtherCustomer } from './other-customer'
import { customerNamesOf, namesOf } from './names'
import { customerKeysOf } from '@/lib/audit/seal'
import type { ViewedGroup } from '@/lib/customer-group/group'

const HISTORY_PAGE = 25

export type HistoryItem = EventItem & { customerId: string; denied: boolean }

type Page = HistoryFilter & { cursor?: string | undefined; limit?: number }

/**
 * The events of a customer and of the records merged into it, newest first, `limit` (25) at a time. Old and new values
 * are masked for this viewer, and missing after an erasure. Empty when the customer is out of scope.
 */
export const listHistory = query(
  'history.read',
  async (ctx, group: ViewedGroup, { cursor, limit = HISTORY_PAGE, ...filter }: Page = {}) => {
    const members = [...group.memberIds].sort()
    const start = cursorOf(cursor, members)
    const chains = await Promise.all(
      members.map((id, i) => readChain(ctx, group.survivorId, id, start[i], filter, limit)),
    )
    const all = chains
      .flat()
      .sort((a, b) => b.at.getTime() - a.at.getTime() || a.customerId.localeCompare(b.customerId) || b.seq - a.seq)
    const rows = all.slice(0, limit)
    const nextCursor = all.length > limit ? members.map((id, i) => lastSeq(rows, id) ?? start[i] ?? '').join('.') : null
    return { items: await present(ctx, rows, group), nextCursor }
  },
)

/** Reads one chain backwards from a sequence number: a bounded range of the primary key for any length of chain. */
function readChain(
  { db, viewer }: Ctx,
  rootId: string,
  customerId: string,
  before: number = Number.MAX_SAFE_INTEGER,
  filter: HistoryFilter,
  limit: number,
): Promise<EventRow[]> {
  const scope = viewer.scope.kind
  const wanted = filteredBy(filter)
  const read = wanted ? chain(db, scope, wanted).prepare('') : whole(db, scope)
  return read.execute({ rootId, customerId, before, most: limit + 1, ...scopeValues(viewer) })
}

const chain = (db: Reader, scope: Scope['kind'], wanted?: SQL) =>
  db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.customerId, param('customerId')),
        lt(auditEvents.seq, param('before')),
        wanted,
        survivorScopedAs(scope),
      ),
    )
    .orderBy(desc(auditEvents.seq))
    .limit(param('most'))

const whole = preparedQuery((db, scope: Scope['kind']) => chain(db, scope))

async function present(ctx: Ctx, rows: EventRow[], { revealed }: ViewedGroup): Promise<HistoryItem[]> {
  const keys = rows.some((r) => r.sealed)
    ? await customerKeysOf(ctx.db, [...new Set(rows.map((r) => r.customerId))])
    : new Map<string, Buffer>()
  const states = rows.map((row) => statesOf(row, keys))
  const names = await namesOf(ctx.db, [...rows.map((r) => r.actorId), ...states.flatMap(idsNamedBy)])
  const others = await customerNamesOf(ctx, rows.map(otherCustomerIn))
  const attempts = await repeatedAttempts(ctx.db, rows)
  const seen = { viewer: ctx.viewer, revealed, names }
  return rows.map((row, i) => ({
    ...withOtherCustomer(itemOf(row, states[i] ?? {}, seen, attempts.get(row.subject ?? '')), others),
    customerId: row.customerId,
    denied: row.event === 'access.denied',
  }))
}

/** One sequence number for each chain, in the order of the ids. A cursor from before a merge has too few and starts over. */
function cursorOf(cursor: string | undefined, members: string[]): (number | undefined)[] {
  const places = cursor && /^[\d.]+$/.test(cursor) ? cursor.split('.').map(placeOf) : []
  return places.length === members.length ? places : []
}

const placeOf = (text: string) => (Number.isSafeInteger(Number(text)) && Number(text)) || undefined

const lastSeq = (rows: EventRow[], customerId: string) => rows.findLast((r) => r.customerId === customerId)?.seq
