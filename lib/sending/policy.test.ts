import { sendRefusal, type SendContext } from './policy'

const at = new Date('2026-03-01T12:00:00Z')
const service = { purpose: 'service', retiredAt: null } as const
const marketing = { purpose: 'marketing', retiredAt: null } as const
const fine: SendContext = {
  journey: service,
  messageChannel: 'email',
  channel: 'email',
  point: { blockedAt: null },
  preference: undefined,
  suppressions: [],
}
const said = (purpose: 'service' | 'marketing', action: 'accepted' | 'cancelled') => ({
  preference: 'email' as const,
  purpose,
  action,
  at,
})
const suppressed = (purpose: 'marketing' | 'all', reason: 'bounced' | 'complained' | 'unsubscribed') => [
  { purpose, reason, at },
]

it.each<[string, Partial<SendContext>, string | null, boolean | null]>([
  ['allows a service message to a live point', {}, null, null],
  ['allows a service message to a typed address', { point: null }, null, null],
  ['allows a message that was written for this send', { messageChannel: null }, null, null],
  [
    'allows a promotion after an acceptance',
    { journey: marketing, preference: said('marketing', 'accepted') },
    null,
    null,
  ],
  [
    'allows a service message to a customer who only cancelled promotions',
    { suppressions: suppressed('marketing', 'unsubscribed') },
    null,
    null,
  ],
  ['needs a journey', { journey: null }, 'no_journey', false],
  ['refuses a retired journey', { journey: { purpose: 'service', retiredAt: at } }, 'journey_retired', false],
  ['refuses a message of another channel', { messageChannel: 'sms' }, 'other_channel', false],
  ['refuses a bounced address for both purposes', { suppressions: suppressed('all', 'bounced') }, 'bounced', false],
  ['refuses an address that complained', { suppressions: suppressed('all', 'complained') }, 'complained', false],
  [
    'refuses a promotion to an unsubscribed address',
    {
      journey: marketing,
      preference: said('marketing', 'accepted'),
      suppressions: suppressed('marketing', 'unsubscribed'),
    },
    'unsubscribed',
    false,
  ],
  [
    'refuses a blocked point, which a reason can override for service messages',
    { point: { blockedAt: at } },
    'point_blocked',
    true,
  ],
  [
    'refuses a blocked point for promotions, which no reason can override',
    { journey: marketing, preference: said('marketing', 'accepted'), point: { blockedAt: at } },
    'point_blocked',
    false,
  ],
  [
    'refuses a cancelled service message, which a reason can override',
    { preference: said('service', 'cancelled') },
    'cancelled',
    true,
  ],
  [
    'refuses a cancelled promotion',
    { journey: marketing, preference: said('marketing', 'cancelled') },
    'cancelled',
    false,
  ],
  ['refuses a promotion without an acceptance', { journey: marketing }, 'no_record', false],
  [
    'reports a rule that cannot be overridden before one that can',
    { point: { blockedAt: at }, suppressions: suppressed('all', 'complained') },
    'complained',
    false,
  ],
])('%s', (_, over, rule, overridable) => {
  const objection = sendRefusal({ ...fine, ...over })
  expect([objection?.rule ?? null, objection?.overridable ?? null]).toEqual([rule, overridable])
})
