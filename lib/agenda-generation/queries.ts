import { eq } from 'drizzle-orm'
import { agendaRules } from '@/db/schema'
import { readRules, type AgendaRule } from '@/lib/agenda/rules'
import { query } from '@/lib/kernel/query'
import { withTimeLimit } from '@/lib/kernel/time-limit'
import { today } from '@/lib/kernel/today'
import { isUuid } from '@/lib/values/ids'
import { readBlackoutDays } from './blackout-days'
import { FIRST, lastOfBatch, selectDue } from './select-due'

/** The rules that were not removed, in the order of their creation, at most 100. */
export const listRules = query('agenda.configure', (ctx) => readRules(ctx.db))

/** One rule, or null. */
export const getRule = query(
  'agenda.configure',
  async (ctx, ruleId: string | undefined): Promise<AgendaRule | null> => {
    if (!isUuid(ruleId)) return null
    const [rule] = await ctx.db.select().from(agendaRules).where(eq(agendaRules.id, ruleId))
    return rule && !rule.retiredAt ? rule : null
  },
)

const BATCH = 2_000
/** The preview counts up to this number. */
const COUNTED_MAX = 100
const PREVIEW_MS = 1_500

/** `isExact`: all customers were looked at; otherwise there may be more reasons than `count`. */
export type RulePreview = { count: number; isExact: boolean; blackoutDays: number }

/** How many reasons a rule would give today, whether it is switched on or not. It stops at a hundred, and after about 1.5 seconds. */
export const previewRule = query('agenda.configure', async (ctx, rule: AgendaRule): Promise<RulePreview> => {
  const blackoutDays = await readBlackoutDays(ctx.db)
  const run = { day: today(ctx.now), now: ctx.now, blackoutDays }
  const ends = performance.now() + PREVIEW_MS
  let count = 0
  for (let after = FIRST; count < COUNTED_MAX && performance.now() < ends;) {
    const last = await lastOfBatch(ctx.db, after, BATCH)
    if (!last) return { count, isExact: true, blackoutDays }
    const range = { after, last }
    const due = await withTimeLimit(ctx, { limitMs: PREVIEW_MS, settings: '' }, ({ db }) =>
      selectDue(db, [rule], run, range),
    )
    if (due === 'too_slow') break
    count += due.length
    after = last
  }
  return { count: Math.min(count, COUNTED_MAX), isExact: false, blackoutDays }
})
