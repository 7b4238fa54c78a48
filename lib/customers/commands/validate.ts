import { fieldValidations } from '@/db/schema'
import { succeed } from '@/lib/kernel/command'
import { customerCommand } from '@/lib/customer-group/command'
import type { Customer } from '@/lib/customer-group/lock'
import { refused } from '@/lib/kernel/result'
import { REGISTRATION_FIELDS, type RegistrationField } from '../fields'
import { validation } from '../schema'

/** Marks a field, or all fields with a value, as confirmed by the viewer now. Refuses an empty field. */
export const validateCustomer = customerCommand({
  event: 'customer.validated',
  permission: 'customers.edit',
  input: validation,
  run: async (ctx, customer, { field }) => {
    const wanted = field === 'all' ? REGISTRATION_FIELDS : [field]
    const fields = wanted.filter((f) => hasValue(customer, f))
    if (!fields.length) return refused('customers.nothing_to_validate')
    const by = { validatedAt: ctx.now, validatedBy: ctx.viewer.userId }
    await ctx.db
      .insert(fieldValidations)
      .values(fields.map((f) => ({ customerId: customer.id, field: f, ...by })))
      .onConflictDoUpdate({ target: [fieldValidations.customerId, fieldValidations.field], set: by })
    return succeed({ customerId: customer.id }, { customerId: customer.id, details: { fields } })
  },
})

const hasValue = (customer: Customer, field: RegistrationField) =>
  (field === 'document' ? customer.documentNumber : customer[field]) !== null
