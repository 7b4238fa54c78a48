import { and, eq } from 'drizzle-orm'
import { fieldValidations } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import { conflict } from '@/lib/kernel/result'
import { save } from '../save'
import { rename } from '../schema'

/** Changes only the name, from the profile's header. Refusals: `conflict` with the current name for a stale version. */
export const renameCustomer = customerCommand({
  event: 'customer.renamed',
  permission: 'customers.edit',
  input: rename,
  run: async (ctx, customer, { name, version }) => {
    if (version !== customer.version)
      return conflict('stale', { name: customer.name, version: String(customer.version) })
    if (name === customer.name) return succeed({ customerId: customer.id })
    await save(ctx, customer, { name })
    await ctx.db
      .delete(fieldValidations)
      .where(and(eq(fieldValidations.customerId, customer.id), eq(fieldValidations.field, 'name')))
    return succeed(
      { customerId: customer.id },
      { customerId: customer.id, before: { name: customer.name }, after: { name } },
    )
  },
})
