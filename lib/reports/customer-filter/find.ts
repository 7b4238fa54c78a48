import { sql, type SQL } from 'drizzle-orm'
import { readRowsOnce } from '@/db/read'
import { scopedTo } from '@/lib/access/scope'
import type { Ctx } from '@/lib/kernel/context'
import { withTimeLimit } from '@/lib/kernel/time-limit'
import { beyond, keyText, ORDERED_COLUMNS, orderBy, type Position } from './order'
import { ownConditions } from './own-conditions'
import { relatedConditions, survivorsOf, type RelatedCondition } from './related-conditions'
import type { Report } from './schema'

export type Found = { id: string; key: string }

/** `isExact`: there are no other matches than these, up to the wanted number. */
export type FoundPage = { rows: Found[]; isExact: boolean }

export type Wanted = Pick<Report, 'filter' | 'sort' | 'isAscending'> & { from: Position | null; most: number }

/** The walk reads this many customers in the report's order; few matches among them mean that the filter is selective. */
const WALKED = 2_000
const WALK_MS = 90
/** A related condition with more candidates than this does not lead the search. */
const CANDIDATES_MAX = 20_000
const COLLECT_MS = 160

/** Plans are made for the values of a filter. Sequential scans are off, so that small and large tables have the same plans. */
const SETTINGS = 'set local enable_seqscan = off; set local jit = off; set local max_parallel_workers_per_gather = 0'

/**
 * The customers of a filter within the viewer's scope, in its order, from a position on, at most `most`. Two steps, each with a time limit:
 * the walk reads the first customers of the order and suits a filter that many fulfil; otherwise all matches are collected from indexes and
 * sorted. `too_slow`: the filter is neither (docs/decisions/031-customer-filter.md).
 */
export async function findFiltered(ctx: Ctx, wanted: Wanted): Promise<FoundPage | 'too_slow'> {
  const walked = await limited(ctx, WALK_MS, (inside) => walk(inside, wanted))
  if (walked !== 'too_slow' && (walked.isExact || walked.rows.length >= ENOUGH)) return walked
  return limited(ctx, COLLECT_MS, (inside) => collect(inside, wanted))
}

/** A page and one more: with fewer matches, the walk may have missed some. */
const ENOUGH = 21

const limited = (ctx: Ctx, limitMs: number, read: (ctx: Ctx) => Promise<FoundPage>) =>
  withTimeLimit(ctx, { limitMs, settings: SETTINGS }, read)

const columns = (wanted: Wanted) => sql`customers.id, ${keyText(wanted.sort)} as key`

async function walk(ctx: Ctx, wanted: Wanted): Promise<FoundPage> {
  const first = sql`from customers where ${all([sql`customers.survivor_id is null`, ...ranges(ctx, wanted), beyond(wanted)])}`
  const limit = sql.raw(String(WALKED))
  const rows = await readRowsOnce<Found>(
    ctx.db,
    sql`select ${columns(wanted)} from (select * ${first} order by ${orderBy(wanted)} limit ${limit}) customers where ${all(
      [
        scopedTo(ctx.viewer),
        ...ownConditions(wanted.filter, ctx.now),
        ...relatedConditions(wanted.filter).map(({ holds }) => holds),
      ],
    )} order by ${orderBy(wanted)} limit ${wanted.most}`,
  )
  if (rows.length === wanted.most) return { rows, isExact: true }
  const [counted] = await readRowsOnce<{ count: number }>(
    ctx.db,
    sql`select count(*)::int as count from (select 1 ${first} limit ${limit}) walked`,
  )
  return { rows, isExact: (counted?.count ?? WALKED) < WALKED }
}

/** Conditions that an index of the order by activity begins with, so that all the walked customers fulfil them. */
const ranges = ({ viewer }: Ctx, { sort, filter: { store, assigned } }: Wanted): (SQL | undefined)[] =>
  sort !== 'activity'
    ? []
    : [
        store ? sql`customers.store_id = ${store}` : undefined,
        viewer.scope.kind === 'own' || (assigned && assigned !== 'none')
          ? sql`customers.assigned_user_id = ${assigned && viewer.scope.kind !== 'own' ? assigned : viewer.userId}`
          : undefined,
      ]

async function collect(ctx: Ctx, wanted: Wanted): Promise<FoundPage> {
  const matching = await matchingCustomers(ctx, wanted, beyond(wanted))
  const rows = await readRowsOnce<Found>(
    ctx.db,
    sql`with matching as materialized (${matching}) select ${columns(wanted)} from matching customers
      order by ${orderBy(wanted)} limit ${wanted.most}`,
  )
  return { rows, isExact: true }
}

/** A SELECT of all customers of a filter within the viewer's scope, unordered. The related condition with the fewest candidates leads. */
export async function matchingCustomers(ctx: Ctx, { filter }: Pick<Wanted, 'filter'>, further?: SQL): Promise<SQL> {
  const related = relatedConditions(filter)
  const leading = await leadingCondition(ctx, related)
  return sql`select customers.id, ${ORDERED_COLUMNS} from customers ${leading ? sql`join (${survivorsOf(leading)}) candidates on candidates.id = customers.id` : sql``}
    where ${all([
      sql`customers.survivor_id is null`,
      scopedTo(ctx.viewer),
      ...ownConditions(filter, ctx.now),
      ...related.map(({ holds }) => holds),
      further,
    ])}`
}

async function leadingCondition(ctx: Ctx, related: RelatedCondition[]): Promise<SQL | undefined> {
  const counted = []
  for (const { candidates } of related) {
    if (!candidates) continue
    const [row] = await readRowsOnce<{ count: number }>(
      ctx.db,
      sql`select count(*)::int as count from (${candidates} limit ${CANDIDATES_MAX + 1}) candidate`,
    )
    if (row && row.count <= CANDIDATES_MAX) counted.push({ candidates, count: row.count })
  }
  return counted.toSorted((a, b) => a.count - b.count)[0]?.candidates
}

const all = (conditions: (SQL | undefined)[]): SQL =>
  sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` and `)
