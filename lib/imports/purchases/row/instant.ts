import { env } from '@/lib/env'
import { resolveWallTime } from '@/lib/values/wall-time'
import { parseDay, type DayOrder } from '../../row/day'

export type ParsedInstant = { at: Date; day: string } | { fault: 'bad_date' | 'date_without_year' | 'bad_time' } | null

const TIME =
  /(?:^|[ T,]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3})\d*)?)?\s*(?:([ap])\.?\s?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
/** A spreadsheet's number of days with a part of a day. */
const SERIAL_TIME = /^\d{5}[.,](\d+)$/

type Reading = { today: string; order: DayOrder }

/**
 * Parses a date with or without a time. Without an offset, the time is that of the company's zone; without a time, the day begins there.
 */
export function parseInstant(text: string, { today, order }: Reading): ParsedInstant {
  const parsed = parseDay(text, { today, order })
  if (!parsed) return null
  if ('fault' in parsed) return parsed
  const time = timeIn(text.trim())
  if (!time) return { fault: 'bad_time' }
  const { hour, minute, milliseconds, offset } = time
  const wall = `${parsed.day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const minuteAt =
    offset === null
      ? resolveWallTime(wall, env().COMPANY_TIME_ZONE).at.getTime()
      : Date.parse(`${wall}Z`) - offset * 60_000
  return { at: new Date(minuteAt + milliseconds), day: parsed.day }
}

type Time = { hour: number; minute: number; milliseconds: number; offset: number | null }

function timeIn(text: string): Time | null {
  const serial = SERIAL_TIME.exec(text)
  if (serial) return fractionOfDay(Number(`0.${serial[1]}`))
  const found = TIME.exec(text)
  if (!found) return { hour: 0, minute: 0, milliseconds: 0, offset: null }
  const [, hours, minutes, seconds = '0', fraction = '0', half, zone] = found
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours)
  const [minute, second] = [Number(minutes), Number(seconds)]
  if (hour > 23 || minute > 59 || second > 59) return null
  return {
    hour,
    minute,
    milliseconds: second * 1000 + Number(fraction.padEnd(3, '0')),
    offset: zone ? offsetOf(zone) : null,
  }
}

function fractionOfDay(fraction: number): Time {
  const seconds = Math.min(Math.round(fraction * 86_400), 86_399)
  const [hour, minute] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return { hour, minute, milliseconds: (seconds % 60) * 1000, offset: null }
}

/** `-03:00` → -180 minutes. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : 0
}
