import { i18n } from './translator'

const at = new Date('2026-02-03T15:04:00Z')

it.each([
  ['pt-BR', '03/02/2026', '03/02/2026, 12:04'],
  ['es', '03/02/2026', '03/02/2026, 12:04'],
  ['en', 'Feb 3, 2026', 'Feb 3, 2026, 12:04 PM'],
] as const)('writes short dates with the whole year in %s', (locale, day, dayTime) => {
  const { format } = i18n(locale)
  expect([format.dateTime(at, 'day'), format.dateTime(at, 'dayTime').replace(/\u202f/g, ' ')]).toEqual([day, dayTime])
})
