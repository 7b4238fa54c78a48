import { z } from 'zod'
import { isDay } from './instants'
import { isWallTime } from './wall-time'

/** Browsers send CR LF for a line break in a form (HTML, "constructing entry list"); texts are stored with LF. */
const withLineFeeds = (text: string) => text.replace(/\r\n?/g, '\n')

// The form fields that several schemas share, safe for the browser. Error messages are codes under `errors.*`.

/** `code` is the error of an empty text. */
export const requiredText = (max: number, code = 'required') =>
  z.string({ error: code }).overwrite(withLineFeeds).trim().min(1, code).max(max, 'too_long')

/** Empty or missing means null. */
export const optionalText = (max: number) =>
  z
    .string()
    .overwrite(withLineFeeds)
    .trim()
    .max(max, 'too_long')
    .transform((v) => v || null)
    .nullish()
    .transform((v) => v ?? null)

export const uuid = z.uuid({ error: 'invalid' })

/** An id, or null when empty or missing. */
export const optionalId = z
  .union([z.literal(''), uuid])
  .nullish()
  .transform((id) => id || null)

/** A hidden `version` field, for optimistic locking. */
export const version = z.coerce.number().int().min(1)

/** An existing day as YYYY-MM-DD, or null when empty. */
export const optionalDay = z
  .union([z.literal(''), z.string().refine(isDay, 'invalid_date')])
  .nullish()
  .transform((v) => v || null)

/** A required day whose times can be converted to instants: those of years before 1000 cannot. */
export const wallDay = z
  .string({ error: 'required' })
  .min(1, 'required')
  .refine((day) => isWallTime(`${day}T00:00`), 'invalid_date')
