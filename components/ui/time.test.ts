import { i18n } from '@/lib/i18n/translator'
import { whenWords } from './time'

const now = new Date('2026-11-25T12:00:00Z')
const ago = (ms: number) => new Date(now.getTime() - ms)

it.each([
  ['pt-BR', 'agora', 'há 1 minuto'],
  ['es', 'ahora', 'hace 1 minuto'],
  ['en', 'just now', '1 minute ago'],
] as const)('shows "now" below a minute, and longer times in words, in %s', (locale, justNow, minute) => {
  expect([39_000, 59_999, 60_000].map((ms) => whenWords(ago(ms), now, i18n(locale)))).toEqual([
    justNow,
    justNow,
    minute,
  ])
})

it.each([
  [59.6, 'há 1 hora'],
  [23.5 * 60, 'há 1 dia'],
  [24 * 60, 'há 1 dia'],
  [29.6 * 24 * 60, 'há 1 mês'],
  [11.6 * 30 * 24 * 60, 'há 1 ano'],
])('rounds before it chooses the unit: %d minutes are "%s"', (minutes, words) => {
  expect(whenWords(ago(minutes * 60_000), now, i18n('pt-BR'))).toBe(words)
})

it('describes future instants', () => {
  expect([-59_999, -60_000].map((ms) => whenWords(ago(ms), now, i18n('pt-BR')))).toEqual(['agora', 'em 1 minuto'])
})
