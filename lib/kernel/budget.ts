import { takeTries, type RateLimit } from '@/lib/access/rate-limit'
import { raiseAlarm } from './alarm'
import type { WriteCtx } from './context'

const HOUR = 60 * 60
const DAY = 24 * HOUR

/**
 * How much one person may do, far above a busy day of work. `denials` limits entries of the history; `customer_creations` and
 * `tax_id_changes` limit how often somebody can find out whether a tax id is taken (docs/decisions/023-sign-in-limits.md).
 */
const BUDGETS = {
  reveals: [perHour('reveals', 120), perDay('reveals', 600)],
  customer_creations: [perHour('creations', 120), perDay('creations', 600)],
  tax_id_changes: [perHour('tax-ids', 60), perDay('tax-ids', 300)],
  uploads: [perHour('uploads', 120), perDay('uploads', 600)],
  denials: [perHour('denials', 60), perDay('denials', 300)],
} as const satisfies Record<string, readonly RateLimit[]>

export type Budget = keyof typeof BUDGETS

/**
 * Counts one action of the viewer. Returns false when a budget is used up; the action that uses it up raises an alarm. Programs have no budget.
 */
export async function takeFromBudget(ctx: WriteCtx, budget: Budget): Promise<boolean> {
  if (ctx.isProgram) return true
  const { userId } = ctx.viewer
  const taken = await takeTries(
    ctx.db,
    BUDGETS[budget].map((limit) => [limit, userId]),
  )
  if (taken.ok && taken.last)
    await raiseAlarm(ctx, {
      event: 'account.budget_used_up',
      details: { budget },
      message: 'a person used up a budget',
    })
  return taken.ok
}

function perHour(name: string, max: number): RateLimit {
  return { name: `${name}-hour`, max, windowSeconds: HOUR }
}

function perDay(name: string, max: number): RateLimit {
  return { name: `${name}-day`, max, windowSeconds: DAY }
}
