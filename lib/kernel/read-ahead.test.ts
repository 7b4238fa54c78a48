import { setImmediate as turn } from 'node:timers/promises'
import { readAhead } from './read-ahead'

const asked: number[] = []
let closed = false

async function* source(broken = Infinity) {
  try {
    for (let n = 1; n <= 4; n++) {
      asked.push(n)
      await turn()
      if (n === broken) throw new Error('torn')
      yield n
    }
  } finally {
    closed = true
  }
}

beforeEach(() => {
  asked.length = 0
  closed = false
})

it('yields all items in order, and reads one item ahead of its reader', async () => {
  const got: number[] = []
  for await (const n of readAhead(source())) {
    await turn()
    await turn()
    got.push(n)
    expect(asked.at(-1)).toBe(Math.min(n + 1, 4))
  }
  expect(got).toEqual([1, 2, 3, 4])
})

it('throws an error only after the items before it were used', async () => {
  const got: number[] = []
  const reading = (async () => {
    for await (const n of readAhead(source(3))) {
      await turn()
      await turn()
      got.push(n)
    }
  })()
  await expect(reading).rejects.toThrow('torn')
  expect(got).toEqual([1, 2])
})

it('closes its source when its reader stops early or throws', async () => {
  for await (const _ of readAhead(source())) break
  expect(closed).toBe(true)
  closed = false
  const reading = (async () => {
    for await (const n of readAhead(source())) throw new Error(`at ${n}`)
  })()
  await expect(reading).rejects.toThrow('at 1')
  expect(closed).toBe(true)
})
