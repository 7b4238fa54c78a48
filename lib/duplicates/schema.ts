import { z } from 'zod'
import { optionalText, uuid } from '@/lib/values/fields'

/** How many pairs one decision may be about. */
export const PAIRS_MAX = 50

/** The evidence that the person saw, so that a decision is never about other values. */
const evidence = z.string().regex(/^[\w-]{1,100}$/, 'invalid')

const pair = { customerId: uuid, otherId: uuid }

export const onePair = z.strictObject(pair)

export const pairDecision = z.strictObject({ ...pair, evidence, reason: optionalText(500) })

const PAIR = /^([0-9a-f-]{36})\.([0-9a-f-]{36})\.([\w-]{1,100})$/

export const pairValue = (row: { customerId: string; otherId: string; evidence: string }) =>
  `${row.customerId}.${row.otherId}.${row.evidence}`

const chosenPair = z
  .string()
  .regex(PAIR, 'invalid')
  .transform((text) => {
    const [customerId = '', otherId = '', shown = ''] = text.split('.')
    return { customerId, otherId, evidence: shown }
  })
  .pipe(z.object({ ...pair, evidence }))

/** A form of one button. */
export const noFields = z.strictObject({})

export const pairDecisions = z.strictObject({
  pairs: z.array(chosenPair).min(1, 'duplicates.no_pair').max(PAIRS_MAX, 'duplicates.too_many'),
  reason: optionalText(500),
})
