const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/
const TIME = /[ T]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/

/** Parses a calendar day as this region writes it (day before month). Returns YYYY-MM-DD or null, and ignores a time after it. */
export function parseDay(text: string, today: string): string | null {
  const day = text.trim().replace(TIME, '')
  const iso = ISO.exec(day) ?? COMPACT.exec(day)
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local = DAY_FIRST.exec(day)
  return local ? existing(fullYear(local[3]!, today), Number(local[2]), Number(local[1])) : null
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
