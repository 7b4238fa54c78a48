import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { rating } from '../schema'

/** Sets the rating, 0 to 5 stars. The last click wins, so it needs no version. */
export const rateCustomer = customerCommand({
  event: 'customer.rated',
  permission: 'customers.edit',
  input: rating,
  run: async (ctx, customer, input) => {
    if (input.rating === (customer.rating ?? 0)) return succeed({ customerId: customer.id })
    await ctx.db
      .update(customers)
      .set({ rating: input.rating, updatedAt: ctx.now, lastActivityAt: ctx.now })
      .where(eq(customers.id, customer.id))
    return succeed(
      { customerId: customer.id },
      { customerId: customer.id, details: { before: { rating: customer.rating }, after: { rating: input.rating } } },
    )
  },
})
