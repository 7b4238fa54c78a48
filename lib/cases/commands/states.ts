import { eq } from 'drizzle-orm'
import { caseStates } from '@/db/schema'
import { command, succeed, type CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { conflict, notFound, refused } from '@/lib/kernel/result'
import { nameOf } from '../find'
import { newState, oneState, stateName, stateVersion } from '../schema'
import { STATES_MAX } from '../states'

type State = typeof caseStates.$inferSelect

/** Adds a state at the end of the list. Its phase is chosen once. Refusal: `cases.too_many_states`. */
export const addState = command({
  event: 'case_state.added',
  permission: 'cases.configure',
  input: newState,
  run: async (ctx, { name, phase }) => {
    const states = await lockStates(ctx)
    if (states.length >= STATES_MAX) return refused('cases.too_many_states')
    const id = idsOf(ctx).row()
    const place = Math.max(0, ...states.map((state) => state.place)) + 1
    await ctx.db.insert(caseStates).values({ id, name, phase, place })
    return succeed({ stateId: id }, about(id, { before: null, after: { name }, phase }))
  },
})

/** Renames a state, also where cases have it. A default state then has this name in every language. Refusal: `stale`. */
export const renameState = command({
  event: 'case_state.renamed',
  permission: 'cases.configure',
  input: stateName,
  run: async (ctx, { stateId, version, name }) => {
    const state = find(await lockStates(ctx), stateId)
    if (!state) return notFound()
    if (state.version !== version) return conflict('stale', { name: state.name })
    if (state.name === name) return succeed({ stateId })
    await update(ctx, state, { name })
    return succeed({ stateId }, about(stateId, { before: { name: nameOf(state) }, after: { name } }))
  },
})

/** Exchanges the places of an active state and its neighbour. At the end of the list nothing changes. Refusal: `stale`. */
const moveBy = (step: -1 | 1) =>
  command({
    event: 'case_state.reordered',
    permission: 'cases.configure',
    input: stateVersion,
    run: async (ctx, { stateId, version }) => {
      const active = (await lockStates(ctx)).filter(({ retiredAt }) => !retiredAt)
      const at = active.findIndex(({ id }) => id === stateId)
      const [state, neighbour] = [active[at], active[at + step]]
      if (!state) return notFound()
      if (state.version !== version) return conflict('stale')
      if (!neighbour) return succeed({ stateId })
      await update(ctx, state, { place: neighbour.place })
      await update(ctx, neighbour, { place: state.place })
      const details = { caseState: nameOf(state), before: { place: at + 1 }, after: { place: at + 1 + step } }
      return succeed({ stateId }, about(stateId, details))
    },
  })

export const moveStateUp = moveBy(-1)
export const moveStateDown = moveBy(1)

/**
 * Retires a state: it is no longer offered, and cases that have it keep it. Doing so twice changes nothing. Refusal: `cases.last_state`,
 * for the last active state that is open, or that is closed.
 */
export const retireState = command({
  event: 'case_state.retired',
  permission: 'cases.configure',
  input: oneState,
  run: async (ctx, { stateId }) => {
    const states = await lockStates(ctx)
    const state = find(states, stateId)
    if (!state) return notFound()
    if (state.retiredAt) return succeed({ stateId })
    const others = states.filter((one) => one.phase === state.phase && !one.retiredAt && one.id !== stateId)
    if (!others.length) return refused('cases.last_state')
    await update(ctx, state, { retiredAt: ctx.now, retiredBy: ctx.viewer.userId })
    return succeed({ stateId }, about(stateId, { caseState: nameOf(state) }))
  },
})

/** Offers a retired state again, at its earlier place. Doing so twice changes nothing. */
export const restoreState = command({
  event: 'case_state.restored',
  permission: 'cases.configure',
  input: oneState,
  run: async (ctx, { stateId }) => {
    const state = find(await lockStates(ctx), stateId)
    if (!state) return notFound()
    if (!state.retiredAt) return succeed({ stateId })
    await update(ctx, state, { retiredAt: null, retiredBy: null })
    return succeed({ stateId }, about(stateId, { caseState: nameOf(state) }))
  },
})

/** Locks the whole list, because the rules are about all of its states. Returns it in its order. */
async function lockStates({ db }: WriteCtx): Promise<State[]> {
  const states = await db.select().from(caseStates).orderBy(caseStates.id).for('update')
  return states.sort((a, b) => a.place - b.place || a.id.localeCompare(b.id))
}

const find = (states: readonly State[], stateId: string) => states.find(({ id }) => id === stateId)

const update = ({ db }: WriteCtx, { id, version }: State, change: Partial<State>) =>
  db
    .update(caseStates)
    .set({ ...change, version: version + 1 })
    .where(eq(caseStates.id, id))

const about = (stateId: string, details: Record<string, unknown>): CommandEvent => ({
  customerId: null,
  subject: `case_state:${stateId}`,
  details,
})
