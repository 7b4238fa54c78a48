import { and, asc, eq, or } from 'drizzle-orm'
import { savedViews, users } from '@/db/schema'
import type { Viewer } from '@/lib/access/viewer'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { reportOf, type Report } from '../customer-filter/schema'

export type SavedView = typeof savedViews.$inferSelect & { ownerName: string }

const LISTED_MAX = 200

/** The viewer's own views and those shared with their role. */
const visibleTo = ({ userId, role }: Viewer) => or(eq(savedViews.ownerId, userId), eq(savedViews.sharedWith, role))

const columns = {
  id: savedViews.id,
  ownerId: savedViews.ownerId,
  name: savedViews.name,
  query: savedViews.query,
  sharedWith: savedViews.sharedWith,
  version: savedViews.version,
  createdAt: savedViews.createdAt,
  ownerName: users.name,
}

/** The views that the viewer may use, by name, at most 200. */
export const listViews = query('customers.read', (ctx): Promise<SavedView[]> =>
  ctx.db
    .select(columns)
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .where(visibleTo(ctx.viewer))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(LISTED_MAX),
)

/** One view with its report; null when it is absent, or belongs to somebody else and is not shared with the viewer's role. */
export const getView = query(
  'customers.read',
  async (ctx, viewId: string | undefined): Promise<{ view: SavedView; report: Report } | null> => {
    if (!isUuid(viewId)) return null
    const [view] = await ctx.db
      .select(columns)
      .from(savedViews)
      .innerJoin(users, eq(users.id, savedViews.ownerId))
      .where(and(eq(savedViews.id, viewId), visibleTo(ctx.viewer)))
    const report = view && reportOf(view.query)
    return report ? { view, report } : null
  },
)
