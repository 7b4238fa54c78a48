import { eq, sql } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'

import { ReadChanged } from './retry'

const { pool } = useTestDatabase()

it('runs both transactions of a deadlock to their end', async () => {
  const [one, two] = [await aCustomer(pool()), await aCustomer(pool())]
  let waiting = 0
  let meet: () => void
  const both = new Promise<void>((ready) => (meet = ready))
  const rename = (first: string, second: string, name: string) =>
    pool().transaction(async (tx) => {
      await tx.update(customers).set({ name }).where(eq(customers.id, first))
      if (++waiting === 2) meet()
      await both
      await tx.update(customers).set({ name }).where(eq(customers.id, second))
    })
  await Promise.all([rename(one.id, two.id, 'A'), rename(two.id, one.id, 'B')])
  expect(waiting).toBe(3)
})

it('starts again when what it read has changed, and gives up after five attempts', async () => {
  let attempts = 0
  const changed = pool().transaction(async (tx) => {
    attempts += 1
    await tx.execute(sql`select 1`)
    throw new ReadChanged('always')
  })
  await expect(changed).rejects.toThrow('always')
  expect(attempts).toBe(5)
})

it('does not repeat a transaction that failed for another reason', async () => {
  let attempts = 0
  const failed = pool().transaction(async () => {
    attempts += 1
    throw new Error('a bug')
  })
  await expect(failed).rejects.toThrow('a bug')
  expect(attempts).toBe(1)
})
