import { and, asc, desc, eq, inArray, sql, type SQL } from 'drizzle-orm'
import { acquisitionTouches, users } from '@/db/schema'
import type { ViewedGroup } from '@/lib/customer-group/group'
import { includedIn } from '@/lib/customer-group/included'
import type { Ctx } from '@/lib/kernel/context'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { inClear, STARS } from '@/lib/privacy/mask'
import { isUuid } from '@/lib/values/ids'
import { isInstant } from '@/lib/values/instants'
import { showAddress, type ShownAddress, showText } from './web-address'

const PAGE = 20

type Stored = typeof acquisitionTouches.$inferSelect

/** A contact as this viewer may see it. */
export type Touch = Omit<Stored, 'generatedUrl' | 'referrer' | 'site' | 'ipAddress' | 'createdBy'> & {
  site: string | null
  generatedUrl: ShownAddress | null
  referrer: ShownAddress | null
  ipAddress: string | null
  /** Whether something of it is masked. */
  masked: boolean
  recordedBy: string | null
}

/** The contacts of a customer with those of the records merged into it, the newest first, 20 a page. */
export const listTouches = query(
  'acquisition.read',
  async (ctx, group: ViewedGroup, cursor?: string): Promise<{ touches: Touch[]; nextCursor: string | null }> => {
    const rows = await select(ctx, group, 'newest', { after: afterCursor(cursor), limit: PAGE + 1 })
    const { page, nextCursor } = pageOf(rows, PAGE, ({ position, touch }) => `${position}_${touch.id}`)
    return { touches: page.map((row) => shape(ctx, group, row)), nextCursor }
  },
)

/** The first and the last contact, which are the same if there is one only; null if there is none. */
export const getFirstAndLast = query('acquisition.read', async (ctx, group: ViewedGroup) => {
  const [first] = await select(ctx, group, 'oldest', { limit: 1 })
  const [last] = await select(ctx, group, 'newest', { limit: 1 })
  return first && last ? { first: shape(ctx, group, first), last: shape(ctx, group, last) } : null
})

/** The instant as text with its microseconds, which a `Date` would lose. */
const POSITION = sql<string>`to_char(${acquisitionTouches.contactedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

type Wanted = { after?: SQL | undefined; limit: number }

function select({ db }: Ctx, group: ViewedGroup, order: 'newest' | 'oldest', { after, limit }: Wanted) {
  const way = order === 'newest' ? desc : asc
  return db
    .select({ touch: acquisitionTouches, recordedBy: users.name, position: POSITION })
    .from(acquisitionTouches)
    .leftJoin(users, eq(users.id, acquisitionTouches.createdBy))
    .where(
      and(
        inArray(acquisitionTouches.customerId, [...group.memberIds]),
        includedIn(group, 'acquisition', acquisitionTouches),
        after,
      ),
    )
    .orderBy(way(acquisitionTouches.contactedAt), way(acquisitionTouches.id))
    .limit(limit)
}

function afterCursor(cursor: string | undefined): SQL | undefined {
  const [at, id] = cursor?.split('_') ?? []
  if (!isInstant(at) || !isUuid(id)) return undefined
  return sql`(${acquisitionTouches.contactedAt}, ${acquisitionTouches.id}) < (${at}::timestamptz, ${id}::uuid)`
}

function shape({ viewer }: Ctx, { revealed }: ViewedGroup, row: { touch: Stored; recordedBy: string | null }): Touch {
  const { createdBy: _, site, generatedUrl, referrer, ipAddress, ...touch } = row.touch
  const clear = inClear(viewer, revealed, `touch:${touch.id}`)
  const address = (text: string | null) => text && showAddress(text, clear)
  const words = (text: string | null) => text && showText(text, clear)
  const shown = {
    site: words(site),
    generatedUrl: address(generatedUrl) || null,
    referrer: address(referrer) || null,
    ipAddress: ipAddress && (clear ? ipAddress : STARS),
    source: words(touch.source),
    medium: words(touch.medium),
    campaign: words(touch.campaign),
    term: words(touch.term),
    content: words(touch.content),
  }
  const stored: Record<string, unknown> = { ...touch, site, ipAddress }
  const masked =
    Object.entries(shown).some(([name, value]) => typeof value === 'string' && value !== stored[name]) ||
    Boolean(shown.generatedUrl?.masked || shown.referrer?.masked)
  return { ...touch, ...shown, masked, recordedBy: row.recordedBy }
}
