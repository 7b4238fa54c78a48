import { randomOf } from '@/lib/values/random'
import { DEFAULT_MODEL } from './default-model'
import { scaledTo } from './model'
import { resolveRecords } from './resolve'
import { counterRecords, type Labelled } from './testing/counter-errors'

const RECORDS = 2000
const customers = counterRecords(randomOf('test'), RECORDS)

const pairsIn = (keys: readonly unknown[]) => {
  const sizes = new Map<unknown, number>()
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

function figuresOf(labelled: readonly Labelled[], model?: typeof DEFAULT_MODEL) {
  const records = labelled.map(({ record }) => record)
  const { groups } = resolveRecords(records, { random: randomOf('pairs').next, ...(model && { model }) })
  const both = pairsIn(labelled.map(({ person }, at) => `${person} ${groups[at]}`))
  return {
    precision: both / pairsIn([...groups]),
    recall: both / pairsIn(labelled.map(({ person }) => person)),
  }
}

// Measured: precision 0.971 and recall 0.936 with learnt weights, 0.965 and 0.930 with the default ones.
it('finds the duplicates of 2,000 invented Brazilians with weights that it learns from them', () => {
  const { precision, recall } = figuresOf(customers)
  expect(precision).toBeGreaterThan(0.95)
  expect(recall).toBeGreaterThan(0.91)
})

it('finds them with the default weights, which were learnt from other errors', () => {
  const { precision, recall } = figuresOf(customers, scaledTo(DEFAULT_MODEL, RECORDS))
  expect(precision).toBeGreaterThan(0.95)
  expect(recall).toBeGreaterThan(0.91)
})
