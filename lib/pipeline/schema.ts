import { z } from 'zod'
import { PIPELINE_STATUSES } from '@/db/schema/pipeline-statuses'
import { optionalId, requiredText, uuid, version, wallDay } from '@/lib/values/fields'
import { isTimeZone, isWallTime } from '@/lib/values/wall-time'
import { parsePosition } from './position'

const position = z.string({ error: 'required' }).transform((text, ctx) => {
  const parsed = parsePosition(text)
  if (parsed) return parsed
  ctx.addIssue({ code: 'custom', message: text ? 'invalid' : 'required' })
  return z.NEVER
})

/** `from` is the position that the page showed, so that nobody overwrites a change that they have not seen. */
export const statusChange = z.strictObject({ customerId: uuid, from: position, to: position })

/** `replaces` is the pending change that the page showed, if there was one. */
export const scheduling = z.strictObject({
  customerId: uuid,
  to: position,
  day: wallDay,
  time: z
    .string({ error: 'required' })
    .min(1, 'required')
    .regex(/^\d\d:\d\d(:00)?$/, 'pipeline.bad_time')
    .refine((time) => isWallTime(`2027-01-01T${time}`), 'pipeline.bad_time'),
  timeZone: z.string({ error: 'required' }).max(60, 'invalid').refine(isTimeZone, 'pipeline.bad_time_zone'),
  replaces: optionalId,
})

export const scheduleCancelling = z.strictObject({ customerId: uuid, scheduleId: uuid })

const name = requiredText(60, 'pipeline.no_name')

export const newSubStatus = z.strictObject({ name, status: z.enum(PIPELINE_STATUSES, { error: 'required' }) })

export const oneSubStatus = z.strictObject({ subStatusId: uuid })

export const subStatusVersion = z.strictObject({ subStatusId: uuid, version })

export const subStatusName = z.strictObject({ subStatusId: uuid, version, name })
