import { PURPOSES } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import type { SendChannel } from '@/lib/sending/address'
import { sendRefusal } from '@/lib/sending/policy'
import { preferenceFor, reachBy } from '@/lib/sending/reach'
import type { PastSend } from '@/lib/sending/past-send'
import { type Random, randomOf } from '@/lib/values/random'
import { pastSendOf, recordSends } from '../activities/sends'
import { DEMO_JOURNEYS, type DemoMessage } from '../journeys'
import { DAY_MS, minutesAfter } from '../seed-clock'
import type { Timeline } from '../timeline'
import { type Outcome, OUTCOMES } from '../vocabulary/outcomes'

/** The total number of interactions. */
export const INTERACTIONS = 50_000

/** Messages of a period are recorded together: they go out from its second day to its last. */
export const PERIOD_DAYS = 30

const USUAL: Record<SendChannel, readonly Outcome[]> = {
  email: [OUTCOMES.clicked, OUTCOMES.opened, OUTCOMES.opened, OUTCOMES.delivered, OUTCOMES.clicked],
  sms: [OUTCOMES.delivered, OUTCOMES.delivered, OUTCOMES.failed],
  whatsapp: [OUTCOMES.replied, OUTCOMES.opened],
}

type Reader = { customerId: string; name: string; registeredAt: Date }

/** Messages of the journeys over years, each only if the sending rules allow it. */
export function addYearsOfMessages(timeline: Timeline, reader: Reader): void {
  const random = randomOf('messages of the long history')
  const periodMs = PERIOD_DAYS * DAY_MS
  const periods = Math.floor((timeline.now.getTime() - reader.registeredAt.getTime()) / periodMs)
  let left = INTERACTIONS
  for (let period = 0; period < periods; period++) {
    const from = minutesAfter(reader.registeredAt, period * PERIOD_DAYS * 1440 + 1440)
    timeline.addOutside(from, async (moment) => {
      const sends = await sendsOf(moment, random, reader, {
        from,
        until: new Date(Math.min(from.getTime() + periodMs - 2 * DAY_MS, timeline.now.getTime() - DAY_MS)),
        interactions: Math.ceil(left / (periods - period)),
      })
      left -= sends.reduce((sum, { events }) => sum + events.length, 0)
      await recordSends(sends)(moment)
    })
  }
}

type Period = { from: Date; until: Date; interactions: number }
type Place = { message: DemoMessage; address: string }

/** Records enough messages of one period for that many interactions. */
async function sendsOf(ctx: Pick<WriteCtx, 'db'>, random: Random, reader: Reader, period: Period): Promise<PastSend[]> {
  const places = await placesOf(ctx, reader.customerId)
  if (!places.length) return []
  const sends: PastSend[] = []
  let left = period.interactions
  while (left > 0) {
    const place = random.pick(places)
    const outcome = random.pick(USUAL[place.message.channel]).slice(0, left)
    const at = new Date(period.from.getTime() + random.next() * (period.until.getTime() - period.from.getTime()))
    sends.push(pastSendOf({ customerId: reader.customerId, name: reader.name, at, outcome, ...place }))
    left -= outcome.length
  }
  // Sorted by time, so that each row is appended at the end of the indexes.
  return sends.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The messages that may be sent now with their recipients, according to the product's own rules. */
async function placesOf(ctx: Pick<WriteCtx, 'db'>, customerId: string): Promise<Place[]> {
  const places: Place[] = []
  for (const channel of ['email', 'sms', 'whatsapp'] as const) {
    const [point] = (await reachBy(ctx, customerId, channel)).points
    if (!point) continue
    for (const purpose of PURPOSES) {
      const preference = await preferenceFor(ctx, customerId, channel, purpose)
      const judged = { journey: { purpose, retiredAt: null }, messageChannel: channel, channel, point }
      if (sendRefusal({ ...judged, preference, suppressions: [] })) continue
      const messages = DEMO_JOURNEYS.filter((journey) => journey.purpose === purpose)
        .flatMap((journey) => journey.messages)
        .filter((m) => m.channel === channel && !m.body.includes('{{link}}'))
      places.push(...messages.map((message) => ({ message, address: point.address })))
    }
  }
  return places
}
