import { z } from 'zod'
import { ENTRY_METHODS } from '@/db/schema/acquisition'
import { optionalText, uuid, wallDay } from '@/lib/values/fields'
import { isWallTime } from '@/lib/values/wall-time'

export { ENTRY_METHODS }

const URL_MAX = 2_000

/** Day and time are those of the company's time zone. */
export const newTouch = z.strictObject({
  customerId: uuid,
  day: wallDay,
  time: z
    .string({ error: 'required' })
    .min(1, 'required')
    .refine((time) => isWallTime(`2027-01-01T${time}`), 'acquisition.bad_time'),
  entryMethod: z.enum(ENTRY_METHODS, { error: 'required' }),
  city: optionalText(80),
  region: optionalText(80),
  country: optionalText(80),
  site: optionalText(200),
  generatedUrl: optionalText(URL_MAX),
  referrer: optionalText(URL_MAX),
  ipAddress: z
    .union([z.literal(''), z.ipv4(), z.ipv6()], { error: 'acquisition.bad_ip' })
    .nullish()
    .transform((address) => address || null),
})
