/** The days that frequency and value look back on. */
export const RFM_DAYS = 365

type Score = 1 | 2 | 3 | 4 | 5

/** The largest number of days since the last purchase for each score; more days have the score 1. */
export const RECENCY_STEPS: readonly [days: number, score: Score][] = [
  [30, 5],
  [90, 4],
  [180, 3],
  [365, 2],
]

/** The smallest number of purchases for each score; fewer have the score 1. */
export const FREQUENCY_STEPS: readonly [purchases: number, score: Score][] = [
  [10, 5],
  [6, 4],
  [3, 3],
  [2, 2],
]

/** The smallest value for each score, in whole units. In other currencies the value has no score. */
export const VALUE_STEPS: Readonly<Record<string, readonly [units: number, score: Score][]>> = {
  BRL: steps(4000, 1500, 500, 200),
  USD: steps(800, 300, 100, 40),
  EUR: steps(800, 300, 100, 40),
}

function steps(five: number, four: number, three: number, two: number): [number, Score][] {
  return [
    [five, 5],
    [four, 4],
    [three, 3],
    [two, 2],
  ]
}

/** The classes, the best first, each with the scores it needs. `worth` is the mean of the scores of frequency and value, rounded up. */
export const RFM_CLASSES = [
  { name: 'champion', recency: [4, 5], worth: [4, 5] },
  { name: 'loyal', recency: [3, 5], worth: [3, 5] },
  { name: 'promising', recency: [4, 5], worth: [1, 2] },
  { name: 'attention', recency: [3, 3], worth: [1, 2] },
  { name: 'at_risk', recency: [2, 2], worth: [3, 5] },
  { name: 'dormant', recency: [2, 2], worth: [1, 2] },
  { name: 'lost', recency: [1, 1], worth: [1, 5] },
] as const satisfies readonly { name: string; recency: readonly [Score, Score]; worth: readonly [Score, Score] }[]

export type RfmClass = (typeof RFM_CLASSES)[number]['name']

export type Rfm = {
  /** Days since the last purchase that was not returned completely. */
  recency: number
  /** Purchases that were not returned completely, in the last 365 days. */
  frequency: number
  /** Net value of the last 365 days, in minor units. */
  value: number
  scores: { recency: Score; frequency: Score; value: Score | null; worth: number }
  class: RfmClass
}

type Facts = { recency: number; frequency: number; value: number; currency: string; decimals: number }

/** Scores recency, frequency and value, and finds the class that fits. */
export function rfmOf({ recency, frequency, value, currency, decimals }: Facts): Rfm {
  const limits = VALUE_STEPS[currency]
  const scores = {
    recency: RECENCY_STEPS.find(([days]) => recency <= days)?.[1] ?? 1,
    frequency: atLeast(FREQUENCY_STEPS, frequency),
    value: limits ? atLeast(limits, value / 10 ** decimals) : null,
  }
  const worth = scores.value === null ? scores.frequency : Math.ceil((scores.frequency + scores.value) / 2)
  const within = ([low, high]: readonly [number, number], score: number) => low <= score && score <= high
  const found = RFM_CLASSES.find((one) => within(one.recency, scores.recency) && within(one.worth, worth))!
  return { recency, frequency, value, scores: { ...scores, worth }, class: found.name }
}

const atLeast = (limits: readonly [number, Score][], amount: number): Score =>
  limits.find(([least]) => amount >= least)?.[1] ?? 1
