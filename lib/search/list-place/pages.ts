import type { WriteCtx } from '@/lib/kernel/context'
import { listFiltered, type ReportPage } from '@/lib/reports/customer-filter/list'
import { reportOf } from '@/lib/reports/customer-filter/schema'
import { listCustomers } from '../list-customers'
import { searchWithinBudget } from '../search-within-budget'
import type { ListPlace } from './place'

/** One page of a list or search, as the ids of its customers. */
export type PlacesPage = {
  after: string | null
  ids: string[]
  /** How many customers come before this page. */
  offset: number
  nextCursor: string | null
}

type Where = Pick<ListPlace, 'search' | 'after'>

/** Reads the page of a place. */
export async function readPage(ctx: WriteCtx, { search, after }: Where): Promise<PlacesPage> {
  const cursor = after ?? undefined
  if (!search) {
    const { customers, offset, nextCursor } = await listCustomers(ctx, cursor)
    return { after, ids: customers.map(({ id }) => id), offset, nextCursor }
  }
  if ('report' in search) return readReportPage(ctx, search.report, after)
  const { hits, shown, nextCursor } = await searchWithinBudget(ctx, { ...search, cursor })
  return { after, ids: hits.map(({ id }) => id), offset: shown - hits.length, nextCursor }
}

/** An empty page when the filter cannot be answered any more. */
async function readReportPage(ctx: WriteCtx, query: string, after: string | null): Promise<PlacesPage> {
  const found = await listedIn(ctx, query, after)
  return { after, ids: found?.ids ?? [], offset: found?.offset ?? 0, nextCursor: found?.nextCursor ?? null }
}

async function listedIn(ctx: WriteCtx, query: string, after: string | null): Promise<ReportPage | null> {
  const report = reportOf(query)
  const found = report && (await listFiltered(ctx, report, after ?? undefined))
  return found === 'too_slow' ? null : found
}

/** A search has no cursors backwards, so its earlier pages are read from the start, this many at most. */
const PAGES_READ_MAX = 25

/** Reads the page before this one; null for the first page. */
export async function readPageBefore(ctx: WriteCtx, where: Where, page: PlacesPage): Promise<PlacesPage | null> {
  if (!page.offset) return null
  if (where.search && 'report' in where.search) {
    const previous = (await listedIn(ctx, where.search.report, where.after))?.previousCursor
    return previous ? readPage(ctx, { ...where, after: previous }) : null
  }
  if (!where.search) {
    const { previousCursor } = await listCustomers(ctx, where.after ?? undefined)
    return previousCursor ? readPage(ctx, { search: null, after: previousCursor }) : null
  }
  let earlier = await readPage(ctx, { ...where, after: null })
  for (let read = 1; read < PAGES_READ_MAX; read += 1) {
    if (earlier.offset + earlier.ids.length >= page.offset) return earlier
    if (!earlier.nextCursor) return null
    earlier = await readPage(ctx, { ...where, after: earlier.nextCursor })
  }
  return null
}
