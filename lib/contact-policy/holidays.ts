/**
 * The national holidays of Brazil with a fixed date, as MM-DD: Lei 662/1949, Lei 6.802/1980, Lei 10.607/2002, and since 2024 Lei
 * 14.759/2023 (20 November).
 */
const FIXED = ['01-01', '04-21', '05-01', '09-07', '10-12', '11-02', '11-15', '11-20', '12-25']

const DAY_MS = 24 * 60 * 60 * 1000

/** Whether a day (YYYY-MM-DD) is a national holiday of Brazil, Good Friday included (Lei 9.093/1995, art. 2). */
export const isNationalHoliday = (day: string): boolean =>
  FIXED.includes(day.slice(5)) || day === goodFriday(Number(day.slice(0, 4)))

/** Two days before Easter Sunday, by the Gregorian computus of Meeus, Jones and Butcher. */
function goodFriday(year: number): string {
  const a = year % 19
  const century = Math.floor(year / 100)
  const b = Math.floor(century / 4)
  const c = century % 4
  const d = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const e = (19 * a + century - b - d + 15) % 30
  const f = Math.floor((year % 100) / 4)
  const g = (32 + 2 * c + 2 * f - e - ((year % 100) % 4)) % 7
  const h = Math.floor((a + 11 * e + 22 * g) / 451)
  const sum = e + g - 7 * h + 114
  const easter = Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1)
  return new Date(easter - 2 * DAY_MS).toISOString().slice(0, 10)
}
