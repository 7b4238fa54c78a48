import { DAY_MS, minutesAfter, momentsBetween } from '../calendar'
import { type Dice, diceOf } from '../dice'
import { DEMO_JOURNEYS, type DemoMessage } from '../journeys'
import type { Life, Point } from '../life/life'
import { type Fate, send } from '../life/sends'
import { FATES } from '../vocabulary/fates'

const BY_POINT = { email: 'email', mobile: 'sms', whatsapp: 'whatsapp' } as const
type SentTo = Point & { channel: keyof typeof BY_POINT }

/** What usually becomes of a send, by channel: one that bounced or complained would be the last to its address. */
const USUAL: Record<DemoMessage['channel'], readonly Fate[]> = {
  email: [FATES.clicked, FATES.opened, FATES.opened, FATES.delivered, FATES.delivered, FATES.sent],
  sms: [FATES.delivered, FATES.delivered, FATES.delivered, FATES.failed, FATES.sent],
  whatsapp: [FATES.opened, FATES.opened, FATES.replied, FATES.delivered],
}

const isSentTo = (point: Point): point is SentTo => point.channel in BY_POINT && !point.blockedAt && !point.retiredAt

/** A few messages over the years, none after the customer was last spoken to. By chances of its own, so that the rest of a life stays as it is. */
export function writeTo(life: Life): void {
  const { customer, telling } = life
  const points = life.points.filter(isSentTo)
  if (!customer.lastInteractionAt || !points.length) return
  const own: Life = { ...life, telling: { ...telling, dice: diceOf(`sends ${customer.id}`) } }
  const { dice } = own.telling
  const from = minutesAfter(customer.createdAt, 30)
  const until = new Date(customer.lastInteractionAt.getTime() - DAY_MS)
  if (until <= from) return
  for (const at of momentsBetween(own.telling, from, until, dice.int(0, 5))) {
    const to = dice.pick(points)
    const message = messageFor(life, to, at, dice)
    send(own, { at, by: null }, { message, to, fate: dice.pick(USUAL[message.channel]) })
  }
  const email = points.find(({ channel }) => channel === 'email')
  if (email && dice.chance(0.04))
    send(
      own,
      { at: until, by: null },
      { message: messageFor(life, email, until, dice), to: email, fate: FATES.bounced },
    )
}

/** Promotions only to who had asked for them by then. Messages about documents wait for documents. */
function messageFor({ consents }: Life, to: SentTo, at: Date, dice: Dice): DemoMessage {
  const channel = BY_POINT[to.channel]
  const said = consents.filter((c) => c.preference === channel && c.purpose === 'marketing' && c.at < at).at(-1)
  const journeys = DEMO_JOURNEYS.filter(({ purpose }) => purpose === 'service' || said?.action === 'accepted')
  return dice.pick(
    journeys.flatMap(({ messages }) => messages.filter((m) => m.channel === channel && !m.body.includes('{{link}}'))),
  )
}
