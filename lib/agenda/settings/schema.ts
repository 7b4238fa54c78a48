import { z } from 'zod'
import { version } from '@/lib/values/fields'
import { readClock } from '@/lib/values/week-hours'

/** The days of the form, from Monday to Sunday, then holidays. */
export const HOURS_DAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'holiday',
] as const
export type HoursDay = (typeof HOURS_DAYS)[number]

const days = z.coerce.number({ error: 'invalid' }).int('invalid').min(0, 'invalid').max(365, 'invalid')

/** A time as `09:30`, in minutes after midnight; null when empty. */
const clock = z
  .string()
  .nullish()
  .transform((text, check) => {
    if (!text) return null
    const minutes = readClock(text)
    if (minutes === null) check.addIssue({ code: 'custom', message: 'agenda.invalid_time' })
    return minutes
  })

type ClockFields = Record<`from_${HoursDay}` | `until_${HoursDay}`, typeof clock>

const clocks = Object.fromEntries(
  HOURS_DAYS.flatMap((day) => [
    [`from_${day}`, clock],
    [`until_${day}`, clock],
  ]),
) as ClockFields

/** Both times of a day, or none, with the first one before the second. */
export const agendaSettingsForm = z
  .strictObject({ version, blackoutDays: days, influenceDays: days.min(1, 'invalid'), ...clocks })
  .superRefine((form, check) => {
    for (const day of HOURS_DAYS) {
      const [from, until] = [form[`from_${day}`], form[`until_${day}`]]
      if (from === null && until === null) continue
      if (from === null || until === null || from >= until)
        check.addIssue({ code: 'custom', path: [`until_${day}`], message: 'agenda.bad_hours' })
    }
  })
  .transform(({ version: seen, blackoutDays, influenceDays, ...times }) => ({
    version: seen,
    blackoutDays,
    influenceDays,
    hours: HOURS_DAYS.map((day) => {
      const [from, until] = [times[`from_${day}`], times[`until_${day}`]]
      return from === null || until === null ? null : { from, until }
    }),
  }))
