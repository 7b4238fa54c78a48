import { sql, type SQL } from 'drizzle-orm'
import { readRowsOnce } from '@/db/read'
import { scopedTo } from '@/lib/access/scope'
import type { Ctx } from '@/lib/kernel/context'
import { withTimeLimit } from '@/lib/kernel/time-limit'
import { choosePlan, type Leading, type Plan } from './choose-plan'
import { beyond, KEYS, keyText, ORDERED_COLUMNS, orderBy, type Position } from './order'
import { keyConditions, ownConditions } from './own-conditions'
import { relatedConditions, survivorsOf } from './related-conditions'
import type { Report } from './schema'

export type Found = { id: string; key: string }

/** `total`: how many customers there are from the position on; null when that was not counted. */
export type FoundPage = { rows: Found[]; total: number | null }

export type Wanted = Pick<Report, 'filter' | 'sort' | 'isAscending'> & { from: Position | null; most: number }

/** A walk reads at most this many customers in the report's order. */
const WALKED_MAX = 10_000
/** The time limits add up to less than 300 ms with the reading of the page's columns. */
const ESTIMATE_MS = 60
const WALK_MS = 110
const COLLECT_MS = 110
const COLLECT_ONLY_MS = 200
/** On a busy server: walk, then collect. */
const WITHOUT_ESTIMATE: Plan = { leading: null, walked: 0 }
/** The count of a broad filter looks at the first customers of the order only. */
const COUNTED_AMONG = 2_000
const COUNT_MS = 60

/** Plans are made for the values of a filter. Sequential scans are off, so that small and large tables have the same plans. */
const SETTINGS = 'set local enable_seqscan = off; set local jit = off; set local max_parallel_workers_per_gather = 0'

/**
 * The customers of a filter within the viewer's scope, in its order, from a position on, at most `most`. Where the statistics say that many
 * fulfil the filter, it walks along the index of the order until the page is full. Otherwise, or if the walk fails, it collects all matches from
 * selective indexes and sorts them. `too_slow`: neither was possible in time (docs/decisions/031-customer-filter.md).
 */
export async function findFiltered(ctx: Ctx, wanted: Wanted): Promise<FoundPage | 'too_slow'> {
  const estimated = await limited(ctx, ESTIMATE_MS, (inside) =>
    choosePlan(inside, {
      first: sql`select 1 ${firstOf(inside, wanted)}`,
      own: sql`select 1 from customers where ${ownConditionsOf(inside, wanted)}`,
      related: relatedConditions(wanted.filter),
      most: wanted.most,
    }),
  )
  const plan = estimated === 'too_slow' ? WITHOUT_ESTIMATE : estimated
  const walks = plan.walked <= WALKED_MAX
  const walked = walks ? await limited(ctx, WALK_MS, (inside) => walk(inside, wanted)) : 'too_slow'
  if (walked !== 'too_slow' && walked.length >= wanted.most) return { rows: walked, total: null }
  return limited(ctx, walks ? COLLECT_MS : COLLECT_ONLY_MS, (inside) => collect(inside, wanted, plan.leading))
}

/** How many customers a filter has, up to `most`: all if `isExact`, otherwise at least. */
export async function countFiltered(
  ctx: Ctx,
  wanted: Wanted,
): Promise<{ count: number; isExact: boolean } | 'too_slow'> {
  return limited(ctx, COUNT_MS, async ({ db }) => {
    const count = async (rows: SQL) =>
      (await readRowsOnce<{ count: number }>(db, sql`select count(*)::int as count from (${rows}) counted`))[0]!.count
    const all = await count(sql`select 1 ${firstOf(ctx, wanted)} limit ${COUNTED_AMONG}`)
    const found = await count(sql`select 1 ${amongFirst(ctx, wanted, COUNTED_AMONG)} limit ${wanted.most}`)
    return { count: found, isExact: all < COUNTED_AMONG && found < wanted.most }
  })
}

const ownConditionsOf = (ctx: Ctx, { filter }: Wanted): SQL =>
  all([sql`customers.survivor_id is null`, scopedTo(ctx.viewer), ...ownConditions(filter, ctx.now)])

const limited = <T>(ctx: Ctx, limitMs: number, read: (ctx: Ctx) => Promise<T>) =>
  withTimeLimit(ctx, { limitMs, settings: SETTINGS }, read)

const columns = (wanted: Wanted) => sql`customers.id, ${keyText(wanted.sort)} as key`

const walk = (ctx: Ctx, wanted: Wanted): Promise<Found[]> =>
  readRowsOnce<Found>(
    ctx.db,
    sql`select ${columns(wanted)} ${amongFirst(ctx, wanted, WALKED_MAX)} order by ${orderBy(wanted, sql`customers.walked_key`)} limit ${wanted.most}`,
  )

/** The matches among the first customers of the order. `walked_key` shows the planner that they are in order, so that it stops after a page. */
const amongFirst = (ctx: Ctx, wanted: Wanted, first: number) =>
  sql`from (select *, ${KEYS[wanted.sort]} as walked_key ${firstOf(ctx, wanted)} order by ${orderBy(wanted)} limit ${sql.raw(String(first))}) customers
    where ${conditionsOf(ctx, wanted, null)}`

/** All customers that an index lists in the order, from the position on. */
const firstOf = (ctx: Ctx, wanted: Wanted) =>
  sql`from customers where ${all([sql`customers.survivor_id is null`, ...ranges(ctx, wanted), beyond(wanted)])}`

/** Conditions with which the index of the order begins, so that all the walked customers fulfil them. */
function ranges({ viewer, now }: Ctx, { sort, filter }: Wanted): (SQL | undefined)[] {
  if (sort !== 'activity') return keyConditions(filter, now)[sort] ?? []
  const { store, assigned } = filter
  const user = viewer.scope.kind === 'own' ? viewer.userId : assigned !== 'none' && assigned
  return [
    store ? sql`customers.store_id = ${store}` : undefined,
    user ? sql`customers.assigned_user_id = ${user}` : undefined,
  ]
}

async function collect(ctx: Ctx, wanted: Wanted, leading: Leading | null): Promise<FoundPage> {
  const rows = await readRowsOnce<Found & { total: number }>(
    ctx.db,
    sql`with matching as materialized (${matching(ctx, wanted, leading)})
      select ${columns(wanted)}, (select count(*)::int from matching) as total from matching customers
      order by ${orderBy(wanted)} limit ${wanted.most}`,
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

/** A SELECT of all matches from the position on, unordered. The candidates of the leading condition drive it, else the planner's choice. */
const matching = (ctx: Ctx, wanted: Wanted, leading: Leading | null): SQL =>
  sql`select customers.id, ${ORDERED_COLUMNS} from customers
    ${leading ? sql`join (${survivorsOf(leading.candidates)}) candidates on candidates.id = customers.id` : sql``}
    where ${all([conditionsOf(ctx, wanted, leading), beyond(wanted)])}`

const conditionsOf = (ctx: Ctx, wanted: Wanted, leading: Leading | null): SQL =>
  all([
    ownConditionsOf(ctx, wanted),
    ...relatedConditions(wanted.filter).flatMap(({ holds, name }) =>
      leading?.candidates.isExact && leading.name === name ? [] : [holds],
    ),
  ])

/** A SELECT of all ids of a filter in its order with their places, for an export, which has time. */
export const selectInOrder = (ctx: Ctx, wanted: Wanted): SQL =>
  sql`select customers.id, row_number() over (order by ${orderBy(wanted)}) as place
    from (${matching(ctx, wanted, null)}) customers`

const all = (conditions: (SQL | undefined)[]): SQL =>
  sql.join([sql`true`, ...conditions.filter((condition) => condition !== undefined)], sql` and `)
