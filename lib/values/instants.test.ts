import { isDay, isInstant } from './instants'

it.each(['2026-02-28', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) =>
  expect(isDay(text)).toBe(true),
)
it.each(['2026-02-29', '0000-01-01', '2026-1-1', '2026-01-01T00:00:00Z', '', undefined])('%p is not a day', (text) =>
  expect(isDay(text)).toBe(false),
)

it.each(['2026-01-31T23:59:59.999999+00:00', '2026-01-31T23:59:59Z', '2026-01-31T23:59:59-15:59'])(
  '%s is an instant',
  (text) => expect(isInstant(text)).toBe(true),
)
it.each([
  '9999-99-99T99:99:99+00:00',
  '0000-01-01T00:00:00Z',
  '2026-01-31T23:59:59+16:00',
  '2020',
  '1 Jan 2020 (x)',
  undefined,
])('%p is not an instant', (text) => expect(isInstant(text)).toBe(false))
