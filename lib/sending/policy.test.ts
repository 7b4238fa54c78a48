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
  ['lets a service message to a live point pass', {}, null, null],
  ['lets a service message to a typed address pass', { point: null }, null, null],
  ['lets a message written for this send pass in its channel', { messageChannel: null }, null, null],
  [
    'lets a promotion pass once accepted',
    { journey: marketing, preference: said('marketing', 'accepted') },
    null,
    null,
  ],
  [
    'lets a service message pass to who only stopped promotions',
    { suppressions: suppressed('marketing', 'unsubscribed') },
    null,
    null,
  ],
  ['needs a journey', { journey: null }, 'no_journey', false],
  ['refuses a retired journey', { journey: { purpose: 'service', retiredAt: at } }, 'journey_retired', false],
  ['refuses a message of another channel', { messageChannel: 'sms' }, 'other_channel', false],
  ['refuses a bounced address, whatever the purpose', { suppressions: suppressed('all', 'bounced') }, 'bounced', false],
  ['refuses who complained', { suppressions: suppressed('all', 'complained') }, 'complained', false],
  [
    'refuses a promotion to who unsubscribed',
    {
      journey: marketing,
      preference: said('marketing', 'accepted'),
      suppressions: suppressed('marketing', 'unsubscribed'),
    },
    'unsubscribed',
    false,
  ],
  ['refuses a blocked point, which a reason can lift for service', { point: { blockedAt: at } }, 'point_blocked', true],
  [
    'refuses a blocked point for promotions for good',
    { journey: marketing, preference: said('marketing', 'accepted'), point: { blockedAt: at } },
    'point_blocked',
    false,
  ],
  [
    'refuses service to who cancelled it, which a reason can lift',
    { preference: said('service', 'cancelled') },
    'cancelled',
    true,
  ],
  [
    'refuses a promotion to who cancelled',
    { journey: marketing, preference: said('marketing', 'cancelled') },
    'cancelled',
    false,
  ],
  ['refuses a promotion to who never accepted', { journey: marketing }, 'no_record', false],
  [
    'names what cannot be lifted before what can',
    { point: { blockedAt: at }, suppressions: suppressed('all', 'complained') },
    'complained',
    false,
  ],
])('%s', (_, over, rule, overridable) => {
  const objection = sendRefusal({ ...fine, ...over })
  expect([objection?.rule ?? null, objection?.overridable ?? null]).toEqual([rule, overridable])
})
