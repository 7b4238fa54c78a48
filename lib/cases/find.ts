import { and, eq, isNull, sql } from 'drizzle-orm'
import { cases, caseStates, journeys, users } from '@/db/schema'
import { groupIds } from '@/lib/customer-group/scope'
import type { WriteCtx } from '@/lib/kernel/context'

export type Case = typeof cases.$inferSelect

/** A case of the customer or of a record merged into it, or null. Call it under the customer's lock. */
export async function findCase(ctx: WriteCtx, customerId: string, caseId: string): Promise<Case | null> {
  const [row] = await ctx.db
    .select()
    .from(cases)
    .where(and(sql`${cases.customerId} in ${groupIds(customerId)}`, eq(cases.id, caseId)))
  return row ?? null
}

/** Changes one case. */
export async function updateCase(ctx: WriteCtx, found: Case, change: Partial<Case>): Promise<void> {
  await ctx.db
    .update(cases)
    .set({ ...change, version: found.version + 1 })
    .where(and(eq(cases.customerId, found.customerId), eq(cases.id, found.id)))
}

export async function isActiveUser(ctx: WriteCtx, userId: string): Promise<boolean> {
  const found = ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.deactivatedAt)))
  return (await found).length > 0
}

export async function isActiveJourney(ctx: WriteCtx, journeyId: string): Promise<boolean> {
  const found = ctx.db
    .select({ id: journeys.id })
    .from(journeys)
    .where(and(eq(journeys.id, journeyId), isNull(journeys.retiredAt)))
  return (await found).length > 0
}

/** A state that is still offered, or null. */
export async function findState(ctx: WriteCtx, stateId: string) {
  const [state] = await ctx.db
    .select()
    .from(caseStates)
    .where(and(eq(caseStates.id, stateId), isNull(caseStates.retiredAt)))
  return state ?? null
}

type NamedState = { key: string | null; name: string | null }

/** The state as the history stores it: its name, or the key of a built-in state, which the texts translate. */
export const nameOf = ({ key, name }: NamedState): string | null => name ?? key

export async function stateName(ctx: WriteCtx, stateId: string): Promise<string | null> {
  const [state] = await ctx.db
    .select({ key: caseStates.key, name: caseStates.name })
    .from(caseStates)
    .where(eq(caseStates.id, stateId))
  return state ? nameOf(state) : null
}

export async function campaignName(ctx: WriteCtx, journeyId: string | null): Promise<string | null> {
  if (!journeyId) return null
  const [journey] = await ctx.db.select({ name: journeys.name }).from(journeys).where(eq(journeys.id, journeyId))
  return journey?.name ?? null
}

/** The first open state: new cases have it. */
export async function firstState(ctx: WriteCtx) {
  const [state] = await ctx.db
    .select()
    .from(caseStates)
    .where(and(eq(caseStates.phase, 'open'), isNull(caseStates.retiredAt)))
    .orderBy(caseStates.place)
    .limit(1)
  if (!state)
    throw new Error('There is no open case state. A migration inserts one, and the last one cannot be retired.')
  return state
}
