import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'
import { decodeCursor, encodeCursor, type SearchCursor } from './cursor'
import { hasNoShape, type SearchType, type Shapes, type Warning } from './detect'
import { detectFor } from './detect-for'
import { matchedBy, type Found, type MatchedBy } from './found'
import { listByIds, type Listed } from './hits'
import type { FoundDocument } from '@/lib/documents/search'
import { titlesOf } from './found-documents'
import { findKeyed } from './keyed-probes'
import { findNames } from './name-probe'
import { withTimeLimit } from './time-limit'

export const PAGE = 20

/** `foundDocument`: the document with the typed number. */
type Hit = Listed & { matchedBy: MatchedBy; foundDocument?: FoundDocument }

export type SearchResult = {
  hits: Hit[]
  /** The `cursor` of the next page; null on the last. */
  nextCursor: string | null
  /** Customers shown up to and with this page: "more than N" when there is a next one. */
  shown: number
  warnings: Warning[]
  /** A probe reached its time limit: the text has to be refined. */
  tooSlow: boolean
}

export type Asked = {
  q: string
  type?: SearchType
  cursor?: string
  /** Whether the text is still being typed, so that its last word may be unfinished. */
  typing?: boolean
  most?: number
  /** Does not search for what counts against the search budget: tax ids, e-mails, phones and other documents. */
  onlyUnlimited?: boolean
}

const nothing = (warnings: Warning[], tooSlow = false): SearchResult => ({
  hits: [],
  nextCursor: null,
  shown: 0,
  warnings,
  tooSlow,
})

/**
 * Pages and handlers call `searchWithinBudget`, which limits the searches of each person.
 *
 * The customers that match a typed text, best first, 20 to a page: by id, document, e-mail and phone, then by name (F2–F7, F9, F14).
 * Only within the viewer's scope. An absorbed customer is shown as its survivor, once a page. Warnings: `bad_check_digit`
 * (still searched), `too_short` and `masked` (not searched), `cpf_digits` and `whole_email` (not searched for that value).
 */
export const searchCustomers = query('customers.read', async (ctx: Ctx, asked: Asked): Promise<SearchResult> => {
  const { shapes: detected, warnings } = detectFor(ctx.viewer, asked)
  const shapes = asked.onlyUnlimited ? unlimited(detected) : detected
  if (hasNoShape(shapes)) return nothing(warnings)
  const most = asked.most ?? PAGE
  const place = placeOf(ctx, asked)
  const cursor = decodeCursor(asked.cursor, place)
  const found = await withTimeLimit(ctx, (limited) => findCustomers(limited, shapes, cursor, most + 1))
  if (found === 'too_slow') return nothing(warnings, true)
  const page = found.slice(0, most)
  const [customers, documents] = await Promise.all([
    listByIds(ctx, [...new Set(page.map((row) => row.root))]),
    titlesOf(ctx, page),
  ])
  const hits = hitsOf(page, customers, shapes).map((hit) => ({ ...hit, foundDocument: documents.get(hit.id) }))
  const shown = (cursor?.shown ?? 0) + hits.length
  return {
    hits,
    nextCursor: found.length > most ? nextAfter(page.at(-1), shown, place) : null,
    shown,
    warnings,
    tooSlow: false,
  }
})

const unlimited = ({ id, number, name }: Shapes): Shapes => ({
  ...(id && { id }),
  ...(number && { number }),
  ...(name && { name }),
})

/** The index rows that match a text, best first, at most `most`. They are not masked yet. */
export async function findCustomers(
  ctx: Ctx,
  shapes: Shapes,
  cursor: SearchCursor | null,
  most: number,
): Promise<Found[]> {
  const keyed = cursor?.probe.startsWith('name') ? [] : await findKeyed(ctx, shapes, cursor, most)
  const missing = most - keyed.length
  if (!shapes.name || missing <= 0) return keyed
  return [...keyed, ...(await findNames(ctx, shapes.name, cursor, missing))]
}

function hitsOf(page: Found[], customers: Listed[], shapes: Shapes): Hit[] {
  const byId = new Map(customers.map((customer) => [customer.id, customer]))
  return page.flatMap((found) => {
    const customer = byId.get(found.root)
    return customer && byId.delete(found.root) ? [{ ...customer, matchedBy: matchedBy(found, shapes) }] : []
  })
}

/** The next cursor. Similar names fill one page at most, because later ones would match even less. */
function nextAfter(last: Found | undefined, shown: number, place: string): string | null {
  if (!last || last.probe === 'name_similar') return null
  return encodeCursor({ probe: last.probe, key: last.key, id: last.id, shown }, place)
}

/** A cursor continues the same person's search for the same text, and no other: it contains a whole value. */
const placeOf = ({ viewer }: Ctx, { q, type = 'all' }: Asked) => JSON.stringify([viewer.userId, type, q])
