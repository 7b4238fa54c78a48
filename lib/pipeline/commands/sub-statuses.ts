import { eq } from 'drizzle-orm'
import { pipelineSubStatuses } from '@/db/schema'
import { command, succeed, type CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { conflict, notFound, refused } from '@/lib/kernel/result'
import { newSubStatus, oneSubStatus, subStatusName, subStatusVersion } from '../schema'
import { SUB_STATUSES_MAX } from '../sub-statuses'

type SubStatus = typeof pipelineSubStatuses.$inferSelect

/** Adds a sub-status at the end of its status. Its status is chosen once. Refusals: `pipeline.too_many`, `pipeline.name_taken`. */
export const addSubStatus = command({
  event: 'pipeline_sub_status.added',
  permission: 'pipeline.configure',
  input: newSubStatus,
  run: async (ctx, { name, status }) => {
    const all = await lockAll(ctx)
    if (all.length >= SUB_STATUSES_MAX) return refused('pipeline.too_many')
    const siblings = all.filter((one) => one.status === status)
    if (isTaken(siblings, name)) return refused('pipeline.name_taken')
    const id = idsOf(ctx).row()
    const place = Math.max(0, ...siblings.map((one) => one.place)) + 1
    await ctx.db.insert(pipelineSubStatuses).values({ id, name, status, place })
    return succeed({ subStatusId: id }, about(id, { before: null, after: { name }, pipelineStatus: status }))
  },
})

/** Renames a sub-status, also where customers have it. Refusals: `stale`, `pipeline.name_taken`. */
export const renameSubStatus = command({
  event: 'pipeline_sub_status.renamed',
  permission: 'pipeline.configure',
  input: subStatusName,
  run: async (ctx, { subStatusId, version, name }) => {
    const all = await lockAll(ctx)
    const found = find(all, subStatusId)
    if (!found) return notFound()
    if (found.version !== version) return conflict('stale', { name: found.name })
    if (found.name === name) return succeed({ subStatusId })
    const siblings = all.filter((one) => one.status === found.status && one.id !== found.id)
    if (isTaken(siblings, name)) return refused('pipeline.name_taken')
    await update(ctx, found, { name })
    return succeed({ subStatusId }, about(subStatusId, { before: { name: found.name }, after: { name } }))
  },
})

/** Exchanges the places of an active sub-status and its neighbour. At the end of the list nothing changes. Refusal: `stale`. */
const moveBy = (step: -1 | 1) =>
  command({
    event: 'pipeline_sub_status.reordered',
    permission: 'pipeline.configure',
    input: subStatusVersion,
    run: async (ctx, { subStatusId, version }) => {
      const all = await lockAll(ctx)
      const found = find(all, subStatusId)
      if (!found || found.retiredAt) return notFound()
      if (found.version !== version) return conflict('stale')
      const active = all.filter(({ status, retiredAt }) => status === found.status && !retiredAt)
      const at = active.indexOf(found)
      const neighbour = active[at + step]
      if (!neighbour) return succeed({ subStatusId })
      await update(ctx, found, { place: neighbour.place })
      await update(ctx, neighbour, { place: found.place })
      const details = { subStatus: found.name, before: { place: at + 1 }, after: { place: at + 1 + step } }
      return succeed({ subStatusId }, about(subStatusId, details))
    },
  })

export const moveSubStatusUp = moveBy(-1)
export const moveSubStatusDown = moveBy(1)

/** Retires a sub-status: it is no longer offered, and customers who have it keep it. Doing so twice changes nothing. */
export const retireSubStatus = command({
  event: 'pipeline_sub_status.retired',
  permission: 'pipeline.configure',
  input: oneSubStatus,
  run: async (ctx, { subStatusId }) => {
    const found = find(await lockAll(ctx), subStatusId)
    if (!found) return notFound()
    if (found.retiredAt) return succeed({ subStatusId })
    await update(ctx, found, { retiredAt: ctx.now, retiredBy: ctx.viewer.userId })
    return succeed({ subStatusId }, about(subStatusId, { subStatus: found.name }))
  },
})

/** Offers a retired sub-status again, at its earlier place. Doing so twice changes nothing. */
export const restoreSubStatus = command({
  event: 'pipeline_sub_status.restored',
  permission: 'pipeline.configure',
  input: oneSubStatus,
  run: async (ctx, { subStatusId }) => {
    const found = find(await lockAll(ctx), subStatusId)
    if (!found) return notFound()
    if (!found.retiredAt) return succeed({ subStatusId })
    await update(ctx, found, { retiredAt: null, retiredBy: null })
    return succeed({ subStatusId }, about(subStatusId, { subStatus: found.name }))
  },
})

/** Locks the whole list, because the rules are about all of its rows. Returns it in its order. */
async function lockAll({ db }: WriteCtx): Promise<SubStatus[]> {
  const all = await db.select().from(pipelineSubStatuses).orderBy(pipelineSubStatuses.id).for('update')
  return all.toSorted((a, b) => a.place - b.place || a.id.localeCompare(b.id))
}

const find = (all: readonly SubStatus[], id: string) => all.find((one) => one.id === id)

const isTaken = (siblings: readonly SubStatus[], name: string) =>
  siblings.some((one) => one.name.toLocaleLowerCase() === name.toLocaleLowerCase())

const update = ({ db }: WriteCtx, { id, version }: SubStatus, change: Partial<SubStatus>) =>
  db
    .update(pipelineSubStatuses)
    .set({ ...change, version: version + 1 })
    .where(eq(pipelineSubStatuses.id, id))

const about = (subStatusId: string, details: Record<string, unknown>): CommandEvent => ({
  customerId: null,
  subject: `pipeline_sub_status:${subStatusId}`,
  details,
})
