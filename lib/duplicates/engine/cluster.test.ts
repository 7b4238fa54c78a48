import { clusterPairs } from './cluster'

const clusters = (odds: Record<string, number>, records: number) => {
  const logOdds = (a: number, b: number) => odds[`${Math.min(a, b)}${Math.max(a, b)}`] ?? -12
  const pairs = Object.entries(odds)
    .filter(([, value]) => value > 0)
    .map(([key, value]) => ({ a: Number(key[0]), b: Number(key[1]), logOdds: value }))
  return [...clusterPairs(records, pairs, logOdds)]
}

it('joins records that are linked through a third one', () => {
  expect(clusters({ '01': 9, '12': 8, '02': -1 }, 3)).toEqual([0, 0, 0])
})

it('does not join two groups by one doubtful pair', () => {
  expect(clusters({ '01': 9, '23': 9, '12': 2 }, 4)).toEqual([0, 0, 2, 2])
})
