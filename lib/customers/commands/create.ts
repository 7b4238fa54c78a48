import type { z } from 'zod'
import { customers } from '@/db/schema'
import { command, succeed, type Outcome } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { indexNames } from '../index-names'
import { registrationOf } from '../changes'
import { mayUseStore } from '../policy'
import { unknownReferences } from '../references'
import { newCustomer } from '../schema'
import { isTaxIdTaken } from '../taken'

/**
 * Registers a customer. It is assigned to a creator who sees only their own customers, so that it stays within their scope.
 * Refusals: `customers.document_taken`, `customers.store_out_of_scope`.
 */
export const createCustomer = command({
  event: 'customer.created',
  permission: 'customers.create',
  budget: 'customer_creations',
  input: newCustomer,
  run: (ctx, input) => insertCustomer(ctx, input),
})

type NewCustomer = z.output<typeof newCustomer>

/** The change of `createCustomer`, for a command that also writes what belongs to the new customer. */
export async function insertCustomer(ctx: WriteCtx, input: NewCustomer): Promise<Outcome<{ customerId: string }>> {
  if (!mayUseStore(ctx.viewer, input.storeId)) return invalid({ storeId: 'customers.store_out_of_scope' })
  const unknown = await unknownReferences(ctx, input)
  if (unknown) return invalid(unknown)
  const customerId = idsOf(ctx).customer()
  if (await isTaxIdTaken(ctx, input, customerId)) return invalid({ documentNumber: 'customers.document_taken' })
  await ctx.db.insert(customers).values({
    ...input,
    id: customerId,
    assignedUserId: ctx.viewer.scope.kind === 'own' ? ctx.viewer.userId : null,
    createdAt: ctx.now,
    createdBy: ctx.viewer.userId,
    updatedAt: ctx.now,
    lastActivityAt: ctx.now,
  })
  await indexNames(ctx.db, [customerId])
  return succeed({ customerId }, { customerId, before: null, after: registrationOf(input) })
}
