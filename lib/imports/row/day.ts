/** Whether `12/01` means 12 January (`dmy`) or 1 December (`mdy`). */
export type DayOrder = 'dmy' | 'mdy'

export type DayReading = {
  today: string
  order?: DayOrder
}

/** The date in a text. `serial`: a spreadsheet saved it as a number of days. */
export type ParsedDay = { day: string; serial?: boolean } | { fault: 'bad_date' | 'date_without_year' } | null

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const COMPACT_LOCAL = /^(\d{2})(\d{2})((?:19|20)\d{2})$/
const LOCAL = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/
const NAMED_LOCAL =
  /^(\d{1,2})[ºo°]?(?:\s*[-/. ]\s*|\s+)(?:de\s+|del\s+)?(\p{L}{3,10})\.?(?:\s*[-/., ]\s*|\s+)(?:de\s+|del\s+)?(\d{4}|\d{2})$/iu
const NAMED_FIRST = /^(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/iu
const NAMED_ISO = /^(\d{4})[-/. ](\p{L}{3,10})\.?[-/. ](\d{1,2})$/iu
/** A spreadsheet's number of days since 30 December 1899. Five digits are dates in the years 1927 to 2173. */
const SERIAL = /^(\d{5})(?:[.,]\d+)?$/
const SERIAL_START = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000
/** A birthday without its year, as in vCards (RFC 6350). */
const NO_YEAR = /^--?\d{1,2}-?\d{1,2}$|^\d{1,2}[/.-]\d{1,2}$/
const TIME =
  /(?:^|[ T,]+)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i
const WEEKDAY =
  /^(?:seg|ter|qua|qui|sex|s[áa]b|dom|lun|martes|mi[ée]|jue|vie|mon|tue|wed|thu|fri|sat|sun)\p{L}*(?:-feira)?\.?,?\s+(?=\p{L}|\d)/iu
/** An empty date: `00/00/0000`, `0/0/00`, `0000-00-00`, or the number 0 formatted as a date. */
const NO_DAY = /^0{1,4}[-/. ]?0{1,2}[-/. ]?0{1,4}$|^0{1,2}\/0?1\/1900$|^1900-0?1-0{1,2}$|^1899-12-30$|^30\/12\/1899$/

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'janeiro', 'enero', 'january'],
  ['fev', 'feb', 'fevereiro', 'febrero', 'february'],
  ['mar', 'março', 'marco', 'marzo', 'march'],
  ['abr', 'apr', 'abril', 'april'],
  ['mai', 'may', 'maio', 'mayo'],
  ['jun', 'junho', 'junio', 'june'],
  ['jul', 'julho', 'julio', 'july'],
  ['ago', 'aug', 'agosto', 'august'],
  ['set', 'sep', 'sept', 'setembro', 'septiembre', 'setiembre', 'september'],
  ['out', 'oct', 'outubro', 'octubre', 'october'],
  ['nov', 'novembro', 'noviembre', 'november'],
  ['dez', 'dic', 'dec', 'dezembro', 'diciembre', 'december'],
]

/** Parses a calendar date in the usual formats and ignores a time after it. Null: the date is empty. */
export function parseDay(text: string, { today, order = 'dmy' }: DayReading): ParsedDay {
  const day = withoutTime(text)
  if (!day || NO_DAY.test(day)) return null
  const parts = partsOf(day, order)
  if (parts) {
    const found = existing(fullYear(parts[0], today), Number(parts[1]), Number(parts[2]))
    return found ? { day: found } : { fault: 'bad_date' }
  }
  const serial = SERIAL.exec(day)
  if (serial)
    return { day: new Date(SERIAL_START + Number(serial[1]) * DAY_MS).toISOString().slice(0, 10), serial: true }
  return { fault: NO_YEAR.test(day) ? 'date_without_year' : 'bad_date' }
}

/** Returns the two numbers before the year, one of which is the month: `12/31/1986` → 12 and 31. Null for other formats. */
export function localNumbers(text: string): [number, number] | null {
  const found = LOCAL.exec(withoutTime(text))
  return found && [Number(found[1]), Number(found[2])]
}

const withoutTime = (text: string) => text.trim().replace(TIME, '').replace(WEEKDAY, '').trim()

type Parts = [year: string, month: string | number, day: string]

function partsOf(day: string, order: DayOrder): Parts | null {
  const iso = ISO.exec(day)
  if (iso) return [iso[1]!, iso[2]!, iso[3]!]
  const local = LOCAL.exec(day)
  if (local) return order === 'dmy' ? [local[3]!, local[2]!, local[1]!] : [local[3]!, local[1]!, local[2]!]
  const compact = COMPACT.exec(day)
  if (compact && existing(Number(compact[1]), Number(compact[2]), Number(compact[3])))
    return [compact[1]!, compact[2]!, compact[3]!]
  const compactLocal = COMPACT_LOCAL.exec(day)
  if (compactLocal) return [compactLocal[3]!, compactLocal[2]!, compactLocal[1]!]
  return namedParts(day)
}

function namedParts(day: string): Parts | null {
  const local = NAMED_LOCAL.exec(day)
  const first = NAMED_FIRST.exec(day)
  const iso = NAMED_ISO.exec(day)
  const [year, name, of] = local
    ? [local[3], local[2], local[1]]
    : first
      ? [first[3], first[1], first[2]]
      : iso
        ? [iso[1], iso[2], iso[3]]
        : []
  const month = name ? MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1 : 0
  return month && year && of ? [year, month, of] : null
}

/** A two-digit year means the latest such year that is not in the future. */
function fullYear(year: string, today: string): number {
  if (year.length === 4) return Number(year)
  const thisYear = Number(today.slice(0, 4))
  const inThisCentury = thisYear - (thisYear % 100) + Number(year)
  return inThisCentury > thisYear ? inThisCentury - 100 : inThisCentury
}

function existing(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1800 && year <= 9999 ? date.toISOString().slice(0, 10) : null
}
