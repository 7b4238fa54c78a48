import { useTestDatabase } from '@/lib/testing/database'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import type { SendChannel } from './address'
import { firstAllowedChannel } from './first-channel'

const { db } = useTestDatabase()
const now = new Date()

const email = { channel: 'email', value: 'ana@example.com', normalized: 'ana@example.com' } as const
const mobile = { channel: 'mobile', value: '11987657777', normalized: '+5511987657777' } as const

type Points = Parameters<typeof aPoint>[2][]

it.each<[string, Points, SendChannel[], SendChannel]>([
  ['e-mail, the first of all, for a customer with every channel', [email, mobile], ['email', 'sms'], 'email'],
  ['SMS when the e-mail is blocked', [{ ...email, blockedAt: now }, mobile], ['email', 'sms'], 'sms'],
  ['SMS when the journey has no e-mail', [email, mobile], ['sms'], 'sms'],
  ['the channel with a primary point', [email, { ...mobile, primaryAt: now }], ['email', 'sms'], 'sms'],
  ['e-mail when nothing is allowed', [{ ...email, blockedAt: now }], ['email', 'sms'], 'email'],
])('opens on %s', async (_, points, withMessage, expected) => {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(ctx.db)
  for (const point of points) await aPoint(ctx.db, customerId, point)
  const send = { customerId, journey: { purpose: 'service' as const, retiredAt: null }, revealed: new Set<string>() }
  expect(await firstAllowedChannel(ctx, send, async (channel) => withMessage.includes(channel))).toBe(expected)
})
