import { z } from 'zod'
import { registrationOf } from '@/lib/customers/changes'
import { editCustomer } from '@/lib/customers/commands/edit'
import { findCustomer } from '@/lib/customer-group/find'
import type { Command } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { recordDenied, recordOutOfScope } from '@/lib/kernel/denied'
import { fieldsOf } from '@/lib/kernel/field-errors'
import { forbidden, invalid, notFound, refused, type Result } from '@/lib/kernel/result'
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
async function restore(ctx: WriteCtx, input: unknown): Promise<Result<{ customerId: string }>> {
  const missing = (['customers.edit', 'history.read'] as const).find((permission) => !ctx.viewer.can(permission))
  if (missing) {
    await recordDenied(ctx, { wanted: 'customer.changed', permission: missing }, input)
    return forbidden()
  }
  const parsed = restoration.safeParse(input)
  if (!parsed.success) return invalid(fieldsOf(parsed.error))
  const { customerId, version: seen, seq, field } = parsed.data
  const customer = await findCustomer(ctx, customerId)
  if (!customer) {
    await recordOutOfScope(ctx, { wanted: 'customer.changed' }, parsed.data)
    return notFound()
  }
  const old = await readOldValues(ctx, { customerId: customer.id, seq, field })
  if (!old) return refused('profile.not_restorable')
  const edit = { ...registrationOf(customer), ...old, customerId: customer.id, version: seen }
  const result = await editCustomer(ctx, edit)
  if (result.ok || result.failure.kind !== 'invalid' || !result.failure.fields) return result
  const [code] = Object.values(result.failure.fields)
  return refused(code ?? 'invalid')
}

export const restoreValue: Command<{ customerId: string }> = Object.assign(restore, {
  permission: 'customers.edit' as const,
})
