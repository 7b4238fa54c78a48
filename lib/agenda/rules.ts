import { asc, eq, isNull } from 'drizzle-orm'
import { agendaRules } from '@/db/schema'
import type { Reader } from '@/db/handles'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'

export type AgendaRule = typeof agendaRules.$inferSelect
export type RuleContent = Pick<AgendaRule, 'name' | 'days' | 'openDays' | 'message' | 'filter'>

/** How many rules there can be. */
export const RULES_MAX = 100

/** All rules that were not removed, in the order of their creation. */
export const readRules = (db: Reader): Promise<AgendaRule[]> =>
  db
    .select()
    .from(agendaRules)
    .where(isNull(agendaRules.retiredAt))
    .orderBy(asc(agendaRules.createdAt), asc(agendaRules.id))
    .limit(RULES_MAX)

/** Locks a rule until the end of the transaction. Null when it does not exist or was removed. */
export async function lockRule({ db }: WriteCtx, ruleId: string): Promise<AgendaRule | null> {
  const [rule] = await db.select().from(agendaRules).where(eq(agendaRules.id, ruleId)).for('update')
  return rule && !rule.retiredAt ? rule : null
}

/** Writes a rule that is switched off, and returns its id. */
export async function insertRule(ctx: WriteCtx, rule: RuleContent & Pick<AgendaRule, 'kind'>): Promise<string> {
  const id = idsOf(ctx).row()
  await ctx.db.insert(agendaRules).values({ ...rule, id, createdAt: ctx.now, createdBy: ctx.viewer.userId })
  return id
}

export const updateRule = ({ db }: WriteCtx, { id, version }: AgendaRule, change: Partial<AgendaRule>) =>
  db
    .update(agendaRules)
    .set({ ...change, version: version + 1 })
    .where(eq(agendaRules.id, id))
