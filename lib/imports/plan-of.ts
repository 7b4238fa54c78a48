import { stores, type imports } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import type { CountryCode } from '@/lib/values/phones'
import { firstRows } from './reading/first-rows'
import { columnOrder } from './row/day-orders'
import { planRows } from './row/plan'
import type { RowPlan } from './row/types'

type Import = typeof imports.$inferSelect

const DAY_TARGETS = ['birthOn', 'registeredOn', 'lastPurchaseOn'] as const
/** The number of rows from which the order of dates in a column is detected. */
const SAMPLE_ROWS = 2000

/** Returns how the rows of an import are read. The preview and the import both use it. */
export async function planOf(ctx: Ctx, file: Import, today: string): Promise<RowPlan> {
  const { headers, keepAttributes, dialect } = file
  const mapping = file.mapping ?? {}
  const country = dialect.country as CountryCode | undefined
  return planRows(
    { headers, mapping, keepAttributes, dayOrders: await dayOrders(file), ...(country && { country }) },
    await ctx.db.select().from(stores),
    today,
  )
}

/** Returns the order of day and month in each date column: set by a user, or detected from the values. */
async function dayOrders(file: Import): Promise<RowPlan['dayOrders']> {
  const columns = DAY_TARGETS.flatMap((target) => {
    const at = file.headers.indexOf(file.mapping?.[target] ?? '')
    return at < 0 ? [] : [[target, at] as const]
  })
  const set = file.dialect.dayOrder
  if (set || !columns.length) return Object.fromEntries(columns.map(([target]) => [target, set]))
  const { rows } = await firstRows(file, SAMPLE_ROWS)
  return Object.fromEntries(columns.map(([target, at]) => [target, columnOrder(rows.map(({ cells }) => cells[at]))]))
}
