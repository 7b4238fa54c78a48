import { sql } from 'drizzle-orm'
import type { WriteCtx } from '@/lib/kernel/context'
import { getPurchaseMetrics } from '@/lib/purchases/metrics'
import type { Figure } from './raw-rows'

/** The figures that the product shows, by the name of each customer, which is the customer's id in the file. */
export async function figuresOfProduct(ctx: WriteCtx): Promise<Map<string, Figure>> {
  const { rows } = await ctx.db.execute<{ id: string; name: string }>(
    sql`select id, name from customers where survivor_id is null`,
  )
  const figures = new Map<string, Figure>()
  for (const { id, name } of rows) {
    const { purchases, averageDays, currencies } = await getPurchaseMetrics(ctx, {
      ...{ survivorId: id, memberIds: [id] },
      revealed: new Set(),
    })
    const [main] = currencies
    figures.set(name, { purchases, total: main?.net ?? 0, averageTicket: main?.averageTicket ?? null, averageDays })
  }
  return figures
}
