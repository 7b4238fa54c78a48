import { stores } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { decimalMarkOfColumn } from '@/lib/values/parse-money'
import type { CountryCode } from '@/lib/values/phones'
import type { Import } from './kinds/rows'
import { firstRows } from './reading/first-rows'
import { cleanCell } from './row/cell'
import { columnOrder } from './row/day-orders'
import { planRows } from './row/plan'
import type { RowPlan } from './row/types'

/** The number of rows from which the order of dates and the decimal mark of amounts in a column are detected. */
const SAMPLE_ROWS = 2000

type Fields<Target extends string> = {
  targets: readonly Target[]
  dayTargets: readonly Target[]
  amountTargets?: readonly Target[]
  isDropped?: (header: string) => boolean
}

/** Returns how the rows of an import are read. The preview and the import both use it. */
export async function planOf<Target extends string>(
  ctx: Pick<Ctx, 'db'>,
  file: Import,
  today: string,
  { targets, dayTargets, amountTargets = [], isDropped }: Fields<Target>,
): Promise<RowPlan<Target>> {
  const { headers, keepAttributes, dialect } = file
  const mapping = (file.mapping ?? {}) as Partial<Record<Target, string>>
  const country = dialect.country as CountryCode | undefined
  const { dayOrder, decimalMark } = dialect
  const [days, amounts] = [mappedIn(file, dayTargets), mappedIn(file, amountTargets)]
  const isSampled = (days.length && !dayOrder) || (amounts.length && !decimalMark)
  const rows = isSampled ? (await firstRows(file, SAMPLE_ROWS)).rows : []
  const column = (at: number) => rows.map(({ cells }) => cells[at])
  const dayOrders = days.map(([target, at]) => [target, dayOrder ?? columnOrder(column(at))])
  const decimalMarks = amounts.map(([target, at]) => [
    target,
    decimalMark ?? decimalMarkOfColumn(column(at).map((cell) => cleanCell(cell))),
  ])
  return planRows(
    {
      targets,
      headers,
      mapping,
      keepAttributes,
      dayOrders: Object.fromEntries(dayOrders) as RowPlan<Target>['dayOrders'],
      decimalMarks: Object.fromEntries(decimalMarks) as RowPlan<Target>['decimalMarks'],
      ...(country && { country }),
      ...(isDropped && { isDropped }),
    },
    await ctx.db.select().from(stores),
    today,
  )
}

/** The targets that have a column, with its position. */
function mappedIn<Target extends string>(
  { headers, mapping }: Import,
  targets: readonly Target[],
): (readonly [Target, number])[] {
  return targets.flatMap((target) => {
    const at = headers.indexOf(mapping?.[target] ?? '')
    return at < 0 ? [] : [[target, at] as const]
  })
}
