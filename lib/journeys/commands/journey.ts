import { eq } from 'drizzle-orm'
import { journeys } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { conflict, notFound, refused } from '@/lib/kernel/result'
import { lockJourney } from '../locked'
import { journeyChange, newJourney, oneJourney } from '../schema'

const subject = (journeyId: string) => `journey:${journeyId}`

/** Creates a journey. Its purpose cannot change later, because it decides which consent the sends need. */
export const createJourney = command({
  event: 'journey.created',
  permission: 'journeys.manage',
  input: newJourney,
  run: async (ctx, { name, purpose }) => {
    const id = idsOf(ctx).row('journey')
    await ctx.db.insert(journeys).values({ id, name, purpose, createdAt: ctx.now, createdBy: ctx.viewer.userId })
    return succeed({ journeyId: id }, { customerId: null, subject: subject(id), details: { name, purpose } })
  },
})

/** Renames a journey. Refusals: `journeys.is_retired`, `stale`. */
export const changeJourney = command({
  event: 'journey.changed',
  permission: 'journeys.manage',
  input: journeyChange,
  run: async (ctx, { journeyId, version, name }) => {
    const journey = await lockJourney(ctx, journeyId)
    if (!journey) return notFound()
    if (journey.retiredAt) return refused('journeys.is_retired')
    if (journey.version !== version) return conflict('stale', { name: journey.name })
    if (journey.name === name) return succeed({ journeyId })
    await ctx.db
      .update(journeys)
      .set({ name, version: version + 1 })
      .where(eq(journeys.id, journeyId))
    return succeed(
      { journeyId },
      { customerId: null, subject: subject(journeyId), details: { before: { name: journey.name }, after: { name } } },
    )
  },
})

/** Retires a journey: it sends nothing more, and its past sends remain. Doing so twice changes nothing. */
export const retireJourney = command({
  event: 'journey.retired',
  permission: 'journeys.manage',
  input: oneJourney,
  run: async (ctx, { journeyId }) => {
    const journey = await lockJourney(ctx, journeyId)
    if (!journey) return notFound()
    if (journey.retiredAt) return succeed({ journeyId })
    await ctx.db
      .update(journeys)
      .set({ retiredAt: ctx.now, retiredBy: ctx.viewer.userId, version: journey.version + 1 })
      .where(eq(journeys.id, journeyId))
    return succeed({ journeyId }, { customerId: null, subject: subject(journeyId), details: { name: journey.name } })
  },
})
