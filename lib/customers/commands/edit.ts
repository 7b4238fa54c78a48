import { and, eq, inArray } from 'drizzle-orm'
import { fieldValidations } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import type { Customer } from '@/lib/customer-group/lock'
import { conflict, invalid } from '@/lib/kernel/result'
import { documentInClear } from '@/lib/privacy/mask'
import { listRevealed } from '@/lib/privacy/reveals'
import { changesBetween, fieldsOfColumns, registrationOf, type Registration } from '../changes'
import { mayUseStore } from '../policy'
import { unknownReferences } from '../references'
import { save } from '../save'
import { customerEdit } from '../schema'
import { isTaxIdTaken } from '../taken'

/**
 * Changes the registration and clears the validation of the changed fields.
 * Refusals: `conflict` with the current values when someone saved in between; `customers.document_taken`; `customers.store_out_of_scope`.
 */
export const editCustomer = customerCommand({
  event: 'customer.changed',
  permission: 'customers.edit',
  input: customerEdit,
  run: async (ctx, customer, { customerId: _, version, typedDocument, ...typed }) => {
    const keepDocument = !typedDocument && !(await seesDocument(ctx, customer))
    const next: Registration = keepDocument ? { ...typed, ...documentOf(customer) } : typed
    if (version !== customer.version) return conflict('stale', await currentOf(ctx, customer))
    const changes = changesBetween(registrationOf(customer), next)
    if (!changes) return succeed({ customerId: customer.id })
    const documentChanged = changes.keys.includes('documentNumber') || changes.keys.includes('documentType')
    if (documentChanged && (await isTaxIdTaken(ctx, next, customer.id)))
      return invalid({ documentNumber: 'customers.document_taken' })
    if (changes.keys.includes('storeId') && !mayUseStore(ctx.viewer, next.storeId))
      return invalid({ storeId: 'customers.store_out_of_scope' })
    const unknown = await unknownReferences(ctx, next)
    if (unknown) return invalid(unknown)
    await save(ctx, customer, next)
    await clearValidations(ctx, customer.id, changes.keys)
    return succeed(
      { customerId: customer.id },
      { customerId: customer.id, before: changes.before, after: changes.after },
    )
  },
})

const documentOf = ({ documentType, documentNumber, documentCountry }: Customer) => ({
  documentType,
  documentNumber,
  documentCountry,
})

const seesDocument = async (ctx: WriteCtx, customer: Customer) =>
  documentInClear(ctx.viewer, await listRevealed(ctx, customer.id), customer.documentType)

async function currentOf(ctx: WriteCtx, customer: Customer): Promise<Record<string, string | null>> {
  const { documentNumber, ...rest } = registrationOf(customer)
  const current = { ...rest, version: String(customer.version) }
  return (await seesDocument(ctx, customer)) ? { ...current, documentNumber } : current
}

async function clearValidations(ctx: WriteCtx, customerId: string, keys: readonly string[]) {
  const fields = fieldsOfColumns(keys)
  if (!fields.length) return
  await ctx.db
    .delete(fieldValidations)
    .where(and(eq(fieldValidations.customerId, customerId), inArray(fieldValidations.field, fields)))
}
