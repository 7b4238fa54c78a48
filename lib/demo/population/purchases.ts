import { JULIA } from '@/lib/auth/demo-users'
import { randomOf } from '@/lib/values/random'
import { buy, type Line } from '../activities/purchases'
import { minutesAfter, momentsBetween } from '../seed-clock'
import type { Timeline } from '../timeline'
import type { Newcomer } from './newcomer'

/** The share of customers with purchases, and the most that one has. */
const SHARE = 0.2
const PURCHASES_MAX = 3

const PRODUCTS: readonly Line[] = [
  ['Camiseta básica', 5_990],
  ['Calça jeans', 18_990],
  ['Tênis casual', 29_990],
  ['Vestido estampado', 21_990],
  ['Bolsa pequena', 15_990],
  ['Relógio', 44_990],
  ['Perfume 50 ml', 25_990],
]

/** Some customers buy in their store. They have random values of their own, so that purchases change nothing else of the demo. */
export function addPurchases(timeline: Timeline, people: readonly Newcomer[]): void {
  people.forEach(({ customerId, arrivedAt, lastServedAt, profile }, index) => {
    const random = randomOf(`purchases ${index}`)
    if (!random.chance(SHARE)) return
    const clock = { now: timeline.now, random }
    const moments = momentsBetween(clock, minutesAfter(arrivedAt, 20), lastServedAt, random.int(1, PURCHASES_MAX))
    moments.forEach((at, place) => {
      const number = `V-${customerId.slice(0, 8)}-${place + 1}`
      timeline.add(at, JULIA, buy(customerId, { number, storeId: profile.store.id, lines: [random.pick(PRODUCTS)] }))
    })
  })
}
