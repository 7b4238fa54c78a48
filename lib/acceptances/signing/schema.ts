import { z } from 'zod'
import { optionalText, requiredText } from '@/lib/values/fields'

const token = z.string().max(100)
const code = z.string({ error: 'required' }).trim().min(1, 'required').max(20, 'acceptances.code_wrong')

/** A name has at least two letters. */
const LETTERS = /\p{L}.*\p{L}/su

export const codeInput = z.strictObject({ token })

export const acceptInput = z.strictObject({
  token,
  /** As the person writes it. */
  name: requiredText(200).refine((name) => LETTERS.test(name), 'acceptances.bad_name'),
  agree: z.literal('on', { error: 'acceptances.must_agree' }),
  code,
})

export const refuseInput = z.strictObject({ token, reason: optionalText(1000), code })
