import { z } from 'zod'
import { EXCLUSION_REASONS, PURCHASE_SITUATIONS } from '@/db/schema/purchases'
import { isCurrency } from '@/lib/values/currencies'
import { optionalDay, optionalId, optionalText, requiredText, uuid } from '@/lib/values/fields'
import { isDay } from '@/lib/values/instants'

/** An amount as a person types it; the command parses it with the currency. */
const money = requiredText(40, 'purchases.not_a_number')
const day = z.string({ error: 'required' }).refine(isDay, 'invalid_date')
/** The lines of a purchase, from a program. Amounts are whole minor units. */
const item = z.strictObject({
  description: requiredText(200),
  sku: optionalText(60),
  quantity: z.number().positive(),
  unitPrice: z.int().min(0),
  discount: z.int().min(0).default(0),
})

export const newPurchase = z.strictObject({
  customerId: uuid,
  externalId: requiredText(80, 'purchases.no_number'),
  purchasedOn: day,
  currency: z.string().refine(isCurrency, 'invalid'),
  total: money,
  situation: z.enum(PURCHASE_SITUATIONS, { error: 'invalid' }),
  payment: optionalText(80),
  storeId: optionalId,
  /** What was bought, where the lines are not known. */
  product: optionalText(200),
  items: z.array(item).max(500).optional(),
  freight: z.int().min(0).default(0),
  invoiceNumber: optionalText(80),
})

const onePurchase = { customerId: uuid, purchaseId: uuid }

export const situationChange = z.strictObject({
  ...onePurchase,
  situation: z.enum(PURCHASE_SITUATIONS, { error: 'invalid' }),
})

export const newReturn = z.strictObject({
  ...onePurchase,
  /** Empty for the whole purchase. */
  line: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(32_767)])
    .nullish()
    .transform((line) => line ?? null),
  amount: money,
  returnedOn: day,
  reason: optionalText(200),
})

export const newExclusion = z.strictObject({
  ...onePurchase,
  reason: z.enum(EXCLUSION_REASONS, { error: 'invalid' }),
  amount: money,
  note: optionalText(200),
})

export const newCredit = z.strictObject({
  ...onePurchase,
  externalId: requiredText(80, 'purchases.no_credit'),
  amount: money,
  expiresOn: optionalDay,
})

export const newCreditUse = z.strictObject({ ...onePurchase, creditId: uuid, amount: money })
