import { and, count, eq } from 'drizzle-orm'
import { savedViews } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { conflict, forbidden, notFound, refused } from '@/lib/kernel/result'
import { newView, oneView, viewChange } from './schema'

/** How many views one user can have. */
export const VIEWS_MAX = 100

/** Saves a report under a name, for its owner alone. Refusal: `reports.too_many_views`. */
export const saveView = command({
  event: 'saved_view.created',
  permission: 'customers.read',
  input: newView,
  run: async (ctx, { name, query }) => {
    const ownerId = ctx.viewer.userId
    const [owned] = await ctx.db.select({ views: count() }).from(savedViews).where(eq(savedViews.ownerId, ownerId))
    if ((owned?.views ?? 0) >= VIEWS_MAX) return refused('reports.too_many_views')
    const id = idsOf(ctx).row()
    await ctx.db.insert(savedViews).values({ id, ownerId, name, query, createdAt: ctx.now })
    return succeed({ viewId: id }, about(id, { before: null, after: { title: name }, filter: query }))
  },
})

/** Renames a view of the viewer's own, or shares it with a role, which needs `views.share`. Refusal: `stale`. */
export const changeView = command({
  event: 'saved_view.renamed',
  permission: 'customers.read',
  input: viewChange,
  run: async (ctx, { viewId, version, name, sharedWith }) => {
    const view = await lockOwn(ctx, viewId)
    if (!view) return notFound()
    if (view.version !== version) return conflict('stale', { name: view.name })
    const [isRenamed, isShared] = [view.name !== name, view.sharedWith !== sharedWith]
    if (isShared && sharedWith && !ctx.viewer.can('views.share')) return forbidden()
    if (!isRenamed && !isShared) return succeed({ viewId })
    await ctx.db
      .update(savedViews)
      .set({ name, sharedWith, version: view.version + 1 })
      .where(eq(savedViews.id, viewId))
    return succeed(
      { viewId },
      ...(isRenamed ? [about(viewId, { before: { title: view.name }, after: { title: name } })] : []),
      ...(isShared ? [sharing(viewId, view.sharedWith, sharedWith, name)] : []),
    )
  },
})

/** Deletes a view of the viewer's own. */
export const deleteView = command({
  event: 'saved_view.deleted',
  permission: 'customers.read',
  input: oneView,
  run: async (ctx, { viewId }) => {
    const view = await lockOwn(ctx, viewId)
    if (!view) return notFound()
    await ctx.db.delete(savedViews).where(eq(savedViews.id, viewId))
    return succeed({ viewId }, about(viewId, { before: { title: view.name }, after: null, filter: view.query }))
  },
})

async function lockOwn({ db, viewer }: WriteCtx, viewId: string) {
  const [view] = await db
    .select()
    .from(savedViews)
    .where(and(eq(savedViews.id, viewId), eq(savedViews.ownerId, viewer.userId)))
    .for('update')
  return view
}

const about = (viewId: string, details: Record<string, unknown>) => ({
  customerId: null,
  subject: `saved_view:${viewId}`,
  details,
})

const sharing = (viewId: string, before: string | null, after: string | null, title: string) => ({
  ...about(viewId, { title, before: { role: before }, after: { role: after } }),
  event: 'saved_view.shared' as const,
})
