import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { countFiltered, findFiltered, type FoundPage, type Wanted } from './find'
import { decodePosition, encodePosition } from './order'
import type { Report } from './schema'

export const PAGE = 20
/** Customers are counted up to this number. */
export const COUNTED_MAX = 1_000

export type ReportPage = {
  ids: string[]
  /** How many customers come before this page, as its cursor counted them. */
  offset: number
  /** How many customers there are at least, up to this page or, on the first page, up to `COUNTED_MAX`. */
  counted: number
  /** Whether there may be more than `counted`. */
  hasMore: boolean
  nextCursor: string | null
  previousCursor: string | null
}

/**
 * A page of 20 customers of a report within the viewer's scope, with cursors in both directions. An invalid cursor starts over. `too_slow`:
 * the database could not answer this filter in time, so it needs another condition.
 */
export const listFiltered = query(
  'customers.read',
  async (ctx, report: Report, cursor?: string): Promise<ReportPage | 'too_slow'> => {
    const from = decodePosition(cursor, report.sort)
    const wanted = { ...report, from, most: PAGE + 1 }
    const found = await findFiltered(ctx, wanted)
    if (found === 'too_slow') return found
    const page = found.rows.slice(0, PAGE)
    const isMore = found.rows.length > PAGE
    if (from?.isBackward) page.reverse()
    const offset = Math.max(0, (from?.count ?? 0) - (from?.isBackward ? page.length : 0))
    const [first, last] = [page[0], page.at(-1)]
    const after = offset + page.length
    const hasNext = Boolean(last) && (from?.isBackward || isMore)
    return {
      ids: page.map(({ id }) => id),
      offset,
      ...(from ? { counted: after, hasMore: hasNext } : await countOf(ctx, wanted, found)),
      previousCursor:
        first && (from?.isBackward ? isMore : from)
          ? encodePosition({ ...first, isBackward: true, count: offset })
          : null,
      nextCursor: last && hasNext ? encodePosition({ ...last, isBackward: false, count: after }) : null,
    }
  },
)

/** The count of the first page: exact if the query has found all, otherwise at least what a bounded count finds. */
async function countOf(
  ctx: Ctx,
  wanted: Wanted,
  { rows, total }: FoundPage,
): Promise<Pick<ReportPage, 'counted' | 'hasMore'>> {
  const limited = (count: number, isExact: boolean) => ({
    counted: Math.min(count, COUNTED_MAX),
    hasMore: !isExact || count > COUNTED_MAX,
  })
  if (total !== null) return limited(total, true)
  const counted = await countFiltered(ctx, { ...wanted, most: COUNTED_MAX + 1 })
  return counted === 'too_slow'
    ? limited(rows.length - 1, false)
    : limited(Math.max(counted.count, PAGE), counted.isExact)
}
