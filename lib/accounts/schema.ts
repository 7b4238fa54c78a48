import { z } from 'zod'
import { optionalDay, optionalText, requiredText, uuid, version } from '@/lib/values/fields'
import { parseExtra } from './extra'

/** Null when the form has no such field, because its values are masked: they then stay as they are. */
const extra = z
  .string()
  .max(20_000, 'too_long')
  .transform((text) => parseExtra(text.replace(/\r\n?/g, '\n')))
  .refine((values) => values !== null, 'accounts.bad_extra')
  .nullish()
  .transform((values) => values ?? null)

const content = {
  name: requiredText(120, 'accounts.no_name'),
  type: optionalText(80),
  product: optionalText(80),
  status: optionalText(80),
  openedOn: optionalDay,
  extra,
}

const identity = { source: requiredText(60, 'accounts.no_source'), externalId: requiredText(80, 'accounts.no_number') }

export const newAccount = z.strictObject({ customerId: uuid, ...identity, ...content })

export const accountChange = z.strictObject({ customerId: uuid, accountId: uuid, version, ...content })

export const oneAccount = z.strictObject({ customerId: uuid, accountId: uuid })

export const accountLink = z.strictObject({ customerId: uuid, accountId: uuid, toCustomerId: uuid })
