import { preferredChannel, successfulChannel } from './best-channel'
import type { ChannelFigure } from './channels'

const figure = (channel: ChannelFigure['channel'], over: Partial<ChannelFigure>): ChannelFigure => ({
  ...{ channel, interactions: 0, written: 0, activeDays: 0, lastActionAt: null, sent: 0, reached: 0 },
  ...over,
})

const day = (n: number) => new Date(Date.UTC(2026, 0, n))

it.each([
  [
    'the one with the most days',
    [
      { activeDays: 1, lastActionAt: day(9) },
      { activeDays: 2, lastActionAt: day(1) },
    ],
    'sms',
  ],
  [
    'of equal ones that of the latest action',
    [
      { activeDays: 2, lastActionAt: day(1) },
      { activeDays: 2, lastActionAt: day(2) },
    ],
    'sms',
  ],
  ['none without an action', [{ sent: 9, reached: 9 }, {}], undefined],
])('prefers %s', (_title, [email, sms], expected) => {
  expect(preferredChannel([figure('email', email!), figure('sms', sms!)])?.channel).toBe(expected)
})

it.each([
  [
    'the highest share, whatever the number',
    [
      { sent: 100, reached: 90 },
      { sent: 3, reached: 3 },
    ],
    'sms',
  ],
  [
    'of equal shares the one with more messages',
    [
      { sent: 4, reached: 2 },
      { sent: 6, reached: 3 },
    ],
    'sms',
  ],
  [
    'no channel with fewer than three messages',
    [
      { sent: 9, reached: 1 },
      { sent: 2, reached: 2 },
    ],
    'email',
  ],
  ['none where no message arrived', [{ sent: 9, reached: 0 }, {}], undefined],
])('calls successful %s', (_title, [email, sms], expected) => {
  expect(successfulChannel([figure('email', email!), figure('sms', sms!)])?.channel).toBe(expected)
})
