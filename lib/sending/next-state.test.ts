import { INTERACTION_KINDS } from '@/db/schema/sending'
import { permutationsOf } from '@/lib/testing/permutations'
import { type InteractionKind, type StateSince, nextState } from './next-state'

const minute = (n: number) => new Date(Date.UTC(2026, 2, 1, 12, n))
const QUEUED: StateSince = { state: 'queued', at: minute(0) }
/** The time of each kind, not in the order of the kinds. */
const minuteOf = (kind: InteractionKind) => [4, 9, 7, 1, 12, 3, 3, 8][INTERACTION_KINDS.indexOf(kind)]!

const ORDERS = permutationsOf(INTERACTION_KINDS)
const SUBSETS = Array.from({ length: 2 ** INTERACTION_KINDS.length - 1 }, (_, n) =>
  INTERACTION_KINDS.filter((_kind, at) => (n + 1) & (1 << at)),
)

const ends = (reports: readonly (readonly [InteractionKind, number])[]) => {
  const { state, at } = reports.reduce((current, [kind, n]) => nextState(current, kind, minute(n)), QUEUED)
  return `${state} ${at.toISOString()}`
}

it('is the same for all 40,320 orders of the eight kinds', () => {
  expect(new Set(ORDERS.map((order) => order.join())).size).toBe(40_320)
  const seen = new Set(ORDERS.map((order) => ends(order.map((kind) => [kind, minuteOf(kind)]))))
  expect([...seen]).toEqual([`complained ${minute(8).toISOString()}`])
})

it('is the same if every kind is reported twice, the second time earlier, later or at the same time', () => {
  const seen = new Set(
    ORDERS.map((order) => {
      const first = order.map((kind, at) => [kind, minuteOf(kind) + (at % 2 ? 20 : 0)] as const)
      const again = [...order]
        .reverse()
        .map((kind) => [kind, minuteOf(kind) + (order.indexOf(kind) % 2 ? 0 : 20)] as const)
      return ends([...first, ...again])
    }),
  )
  expect([...seen]).toEqual([`complained ${minute(8).toISOString()}`])
})

it('is the furthest kind for every subset of kinds in every order', () => {
  for (const kinds of SUBSETS.filter(({ length }) => length <= 4)) {
    const last = kinds.at(-1)!
    const seen = new Set(permutationsOf(kinds).map((order) => ends(order.map((kind) => [kind, minuteOf(kind)]))))
    expect([...seen]).toEqual([`${last} ${minute(minuteOf(last)).toISOString()}`])
  }
})
