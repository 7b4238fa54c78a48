import { contactHours } from './contact-hours'
import { isNationalHoliday } from './holidays'

const WEEK = [...Array.from({ length: 5 }, () => ({ from: 540, until: 1260 })), { from: 600, until: 960 }, null]
const SAO_PAULO = 'America/Sao_Paulo'

const asked = (now: string, over: Partial<Parameters<typeof contactHours>[0]> = {}) =>
  contactHours({ means: 'call', e164: '+5511987657777', now: new Date(now), timeZone: SAO_PAULO, week: WEEK, ...over })

// 2026-11-30 is a Monday; São Paulo is three hours behind UTC.
describe('a phone of São Paulo', () => {
  it.each([
    ['within the hours of the day', '2026-11-30T15:00:00Z', { isOpen: true, until: '2026-12-01T00:00:00.000Z' }],
    ['before they begin', '2026-11-30T11:59:00Z', { isOpen: false, from: '2026-11-30T12:00:00.000Z' }],
    ['after they end', '2026-12-01T00:00:00Z', { isOpen: false, from: '2026-12-01T12:00:00.000Z' }],
    ['on a Saturday afternoon', '2026-11-28T20:00:00Z', { isOpen: false, from: '2026-11-30T12:00:00.000Z' }],
    ['on a Sunday', '2026-11-29T15:00:00Z', { isOpen: false, from: '2026-11-30T12:00:00.000Z' }],
    ['on Christmas, a Friday', '2026-12-25T15:00:00Z', { isOpen: false, from: '2026-12-26T13:00:00.000Z' }],
    ['on Good Friday', '2026-04-03T15:00:00Z', { isOpen: false, from: '2026-04-04T13:00:00.000Z' }],
  ])('%s', (_name, now, expected) => {
    expect(JSON.parse(JSON.stringify(asked(now)))).toMatchObject({ ...expected, source: 'company' })
  })

  it('is never open in a company without hours', () => {
    expect(asked('2026-11-30T15:00:00Z', { week: WEEK.map(() => null) })).toEqual({
      isOpen: false,
      from: null,
      source: 'company',
    })
  })
})

it('stops calls to Rio de Janeiro at 18 o’clock and leaves WhatsApp to the company', () => {
  const rio = { e164: '+5521987657777' }
  expect(asked('2026-11-30T15:00:00Z', rio)).toMatchObject({ until: new Date('2026-11-30T21:00:00Z'), source: 'rj' })
  expect(asked('2026-11-30T21:00:00Z', rio)).toMatchObject({ isOpen: false, from: new Date('2026-12-01T12:00:00Z') })
  expect(asked('2026-11-30T21:00:00Z', { ...rio, means: 'whatsapp' })).toMatchObject({
    isOpen: true,
    source: 'company',
  })
})

it('stops both in Ceará, and does not open on Saturday', () => {
  for (const means of ['call', 'whatsapp'] as const)
    expect(asked('2026-11-28T15:00:00Z', { e164: '+5585987657777', means })).toMatchObject({
      isOpen: false,
      from: new Date('2026-11-30T12:00:00Z'),
    })
})

it('follows the clocks of a zone that changes them', () => {
  const newYork = { timeZone: 'America/New_York', e164: '+12125550123' }
  expect(asked('2026-10-30T15:00:00Z', newYork)).toMatchObject({ until: new Date('2026-10-31T01:00:00Z') })
  expect(asked('2026-11-03T15:00:00Z', newYork)).toMatchObject({ until: new Date('2026-11-04T02:00:00Z') })
})

it('is open until midnight when the hours end at 24:00', () => {
  const week = WEEK.map(() => ({ from: 0, until: 1440 }))
  expect(asked('2026-11-30T15:00:00Z', { week })).toMatchObject({ until: new Date('2026-12-01T03:00:00Z') })
})

it('is open on a holiday if the company says so', () => {
  const week = [...WEEK, { from: 600, until: 960 }]
  expect(asked('2026-12-25T15:00:00Z', { week })).toMatchObject({ until: new Date('2026-12-25T19:00:00Z') })
  expect(asked('2026-12-25T15:00:00Z', { week, e164: '+5521987657777' })).toMatchObject({ isOpen: false, source: 'rj' })
})

it('knows the national holidays', () => {
  expect(['2026-11-20', '2027-01-01', '2027-03-26', '2024-03-29'].map(isNationalHoliday)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['2026-11-29', '2026-02-17', '2027-03-28'].map(isNationalHoliday)).toEqual([false, false, false])
})
