import type { z } from 'zod'
import { and, eq, inArray } from 'drizzle-orm'
import { fieldValidations } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { takeFromBudget } from '@/lib/kernel/budget'
import type { WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import type { Customer } from '@/lib/customer-group/lock'
import { conflict, invalid, refused } from '@/lib/kernel/result'
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
 * Refusals: `conflict` with the current values when someone saved in between; `customers.document_taken`; `customers.store_out_of_scope`;
 * `budget.tax_id_changes`, because the refusal of a taken number tells that another customer has it.
 */
export const editCustomer = customerCommand({
  event: 'customer.changed',
  permission: 'customers.edit',
  input: customerEdit,
  // The count must survive a refusal, which rolls the transaction back.
  prepare: async (ctx, customer, input) => {
    const next = await registrationAfter(ctx, customer, input)
    const isWithinBudget = !changesDocument(customer, next) || (await takeFromBudget(ctx, 'tax_id_changes'))
    return isWithinBudget ? { ok: true, value: undefined } : refused('budget.tax_id_changes')
  },
  run: async (ctx, customer, input) => {
    const { version } = input
    const next = await registrationAfter(ctx, customer, input)
    if (version !== customer.version) return conflict('stale', await currentOf(ctx, customer))
    const changes = changesBetween(registrationOf(customer), next)
    if (!changes) return succeed({ customerId: customer.id })
    if (changesDocument(customer, next) && (await isTaxIdTaken(ctx, next, customer.id)))
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

type Edit = z.output<typeof customerEdit>

/** The registration after the edit. Somebody who sees the document masked keeps it by leaving its field empty. */
async function registrationAfter(ctx: WriteCtx, customer: Customer, edit: Edit): Promise<Registration> {
  const { customerId: _c, version: _v, typedDocument, ...typed } = edit
  const keepDocument = !typedDocument && !(await seesDocument(ctx, customer))
  return keepDocument ? { ...typed, ...documentOf(customer) } : typed
}

const changesDocument = (customer: Customer, next: Registration) =>
  next.documentNumber !== customer.documentNumber || next.documentType !== customer.documentType

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
