import { FairQueue } from './fair-queue'

const limits = { atOnce: 2, atOncePerPerson: 1, waiting: 5, waitingPerPerson: 3, waitMs: 10_000 }

/** A queue, and the order in which turns began. */
function aQueue(over: Partial<typeof limits> = {}) {
  const queue = new FairQueue({ ...limits, ...over })
  const began: string[] = []
  const enter = async (person: string) => {
    await queue.enter(person)
    began.push(person)
  }
  /** Asks for a turn that the test does not wait for; it may still be refused after the test has ended. */
  const request = (person: string) => void enter(person).catch(() => undefined)
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return { queue, began, enter, request, settled }
}

it('lets another person begin at once beside one with many pieces of work', async () => {
  const { began, request, settled } = aQueue()
  request('greedy')
  request('greedy')
  request('greedy')
  request('other')
  await settled()
  expect(began).toEqual(['greedy', 'other'])
})

it('gives a free turn to the first who waits and may have one', async () => {
  const { queue, began, request, settled } = aQueue()
  for (const person of ['ana', 'bia', 'ana', 'ana', 'caio', 'bia']) request(person)
  await settled()
  queue.leave('bia')
  await settled()
  queue.leave('ana')
  await settled()
  expect(began).toEqual(['ana', 'bia', 'caio', 'ana'])
  queue.leave('caio')
  await settled()
  expect(began.at(-1)).toBe('bia')
})

it('refuses a person who has too many waiting, and everybody when the queue is full', async () => {
  const { queue, request } = aQueue()
  for (let n = 0; n < 4; n += 1) request('ana')
  expect(() => queue.enter('ana')).toThrow(expect.objectContaining({ reason: 'queue_full' }))
  for (const person of ['bia', 'bia', 'caio']) request(person)
  expect(() => queue.enter('davi')).toThrow(expect.objectContaining({ reason: 'busy' }))
})

it('refuses one who waited too long, and goes on without them', async () => {
  const { queue, began, enter } = aQueue({ waitMs: 20 })
  await enter('ana')
  await expect(enter('ana')).rejects.toMatchObject({ reason: 'busy' })
  queue.leave('ana')
  await enter('ana')
  expect(began).toEqual(['ana', 'ana'])
})
