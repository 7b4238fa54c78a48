import { resolveWallTime, wallTimeAt } from '@/lib/values/wall-time'
import { clockText, HOLIDAY, type DayHours, type WeekHours } from '@/lib/values/week-hours'
import { isNationalHoliday } from './holidays'
import { companyRule, STATE_RULES, type HoursRule, type HoursSource, type ContactMeans } from './hours-rules'

/** Whether a phone may be contacted at a moment, when that ends or begins (null: not within two weeks), and the rule that decides. */
export type ContactHours =
  | { isOpen: true; until: Date; source: HoursSource }
  | { isOpen: false; from: Date | null; source: HoursSource }

type Question = {
  means: ContactMeans
  /** The phone, such as `+5511987657777`; its area code decides which state's law applies. */
  e164: string
  now: Date
  timeZone: string
  /** The company's hours. */
  week: WeekHours
}

const DAYS_AHEAD = 14
const DAY_MS = 24 * 60 * 60 * 1000

/** Applies the strictest rule of each day. All times are in the company's time zone. */
export function contactHours({ means, e164, now, timeZone, week }: Question): ContactHours {
  const rules = [companyRule(week), ...STATE_RULES].filter((rule) => applies(rule, means, e164))
  const first = Date.parse(`${wallTimeAt(now, timeZone).slice(0, 10)}T12:00:00Z`)
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = new Date(first + ahead * DAY_MS).toISOString().slice(0, 10)
    const hours = strictest(rules, day)
    if (!hours) continue
    const [from, until] = [instantOf(day, hours.from, timeZone), instantOf(day, hours.until, timeZone)]
    if (now < from) return { isOpen: false, from, source: hours.source }
    if (now < until) return { isOpen: true, until, source: hours.source }
  }
  return { isOpen: false, from: null, source: 'company' }
}

const applies = ({ means, areaCodes }: HoursRule, asked: ContactMeans, e164: string) =>
  means.includes(asked) && (!areaCodes || areaCodes.some((code) => e164.startsWith(`+55${code}`)))

type DecidedHours = NonNullable<DayHours> & Pick<HoursRule, 'source'>

/** The hours that all rules allow on a day, and the rule that ends them first. */
function strictest(rules: readonly HoursRule[], day: string): DecidedHours | null {
  const weekday = isNationalHoliday(day) ? HOLIDAY : (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7
  const all = rules.flatMap(({ week, source }) => (week[weekday] ? [{ ...week[weekday], source }] : []))
  const [first] = all.toSorted((a, b) => a.until - b.until)
  if (!first || all.length < rules.length) return null
  const from = Math.max(...all.map((rule) => rule.from))
  return from < first.until ? { ...first, from } : null
}

const instantOf = (day: string, minutes: number, timeZone: string): Date =>
  minutes < 24 * 60
    ? resolveWallTime(`${day}T${clockText(minutes)}`, timeZone).at
    : new Date(resolveWallTime(`${day}T23:59`, timeZone).at.getTime() + 60_000)
