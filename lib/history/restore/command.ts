import { z } from 'zod'
import { registrationOf } from '@/lib/customers/changes'
import { editCustomer } from '@/lib/customers/commands/edit'
import { findCustomer } from '@/lib/customer-group/find'
import { delegatingCommand } from '@/lib/kernel/command'
import { notFound, refused, type Result } from '@/lib/kernel/result'
import { uuid, version } from '@/lib/values/fields'
import { RESTORABLE_FIELDS } from './fields'
import { readOldValues } from './read-old'

const restoration = z.strictObject({
  customerId: uuid,
  version,
  seq: z.coerce.number().int().min(1),
  field: z.enum(RESTORABLE_FIELDS, { error: 'invalid' }),
})

/**
 * Sets a registration field to the value that it had before an event, through `editCustomer`, which validates and records it. Refusals: those
 * of `editCustomer` as one message, `conflict` when somebody saved in between, `profile.not_restorable`.
 */
export const restoreValue = delegatingCommand({
  event: 'customer.changed',
  permission: 'customers.edit',
  alsoPermissions: ['history.read'],
  input: restoration,
  delegate: async (ctx, { customerId, version: seen, seq, field }): Promise<Result<{ customerId: string }>> => {
    const customer = await findCustomer(ctx, customerId)
    if (!customer) return notFound()
    const old = await readOldValues(ctx, { customerId: customer.id, seq, field })
    if (!old) return refused('profile.not_restorable')
    const edit = { ...registrationOf(customer), ...old, customerId: customer.id, version: seen }
    const result = await editCustomer(ctx, edit)
    if (result.ok || result.failure.kind !== 'invalid' || !result.failure.fields) return result
    const [code] = Object.values(result.failure.fields)
    return refused(code ?? 'invalid')
  },
})
