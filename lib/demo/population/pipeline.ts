import type { DemoUser } from '@/lib/auth/demo-users'
import { daysAfter } from '@/lib/values/days'
import { randomOf } from '@/lib/values/random'
import { changeTo, scheduleFor, SUB_STATUSES } from '../activities/pipeline'
import { dayOf, minutesAfter, momentsBetween } from '../seed-clock'
import type { Timeline } from '../timeline'
import type { Newcomer } from './newcomer'

/** How far the customers of a seller get: of a hundred, thirty stay new and thirty are in progress. */
const REACHED_PROGRESS = 0.7
const DECIDED = 0.57
const WON = 0.6
const SCHEDULED = 0.4

/** The status of a customer over the years, changed by the assigned user. Its random numbers are its own. */
export function addPipeline(timeline: Timeline, { customerId, arrivedAt, lastServedAt }: Newcomer, user: DemoUser) {
  const random = randomOf(`pipeline-${customerId}`)
  if (!random.chance(REACHED_PROGRESS)) return
  const clock = { now: timeline.now, random }
  const [first, second] = momentsBetween(clock, minutesAfter(arrivedAt, 10), lastServedAt, 2)
  timeline.add(first!, user, changeTo(customerId, 'in_progress', random.pick(SUB_STATUSES.in_progress)))
  if (random.chance(DECIDED)) {
    const isWon = random.chance(WON)
    const step = isWon
      ? changeTo(customerId, 'won', random.pick(SUB_STATUSES.won))
      : changeTo(customerId, 'lost', random.pick(SUB_STATUSES.lost))
    timeline.add(second!, user, step)
  } else if (random.chance(SCHEDULED)) {
    const day = dayOf(daysAfter(timeline.now, random.int(2, 40)))
    timeline.add(second!, user, scheduleFor(customerId, day, random.chance(WON) ? 'won' : 'lost'))
  }
}
