import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { aCustomer } from '@/lib/testing/builders'
import { param, preparedQuery } from './prepared-query'
import { useTestDatabase } from '@/lib/testing/database'

const { db, pool } = useTestDatabase()

/** A query that notes each time its text is built. */
function countBuilds() {
  const builds: string[] = []
  const nameOf = preparedQuery((on, shape: 'one row' | 'no row') => {
    builds.push(shape)
    return on
      .select({ name: customers.name })
      .from(customers)
      .where(eq(customers.id, param('id')))
      .limit(shape === 'one row' ? 1 : 0)
  })
  return { builds, nameOf }
}

it('builds its text once for each shape and uses the values of each call', async () => {
  const [ana, bia] = [await aCustomer(db(), { name: 'Ana' }), await aCustomer(db(), { name: 'Bia' })]
  const { builds, nameOf } = countBuilds()
  expect(await nameOf(db(), 'one row').execute({ id: ana.id })).toEqual([{ name: 'Ana' }])
  expect(await nameOf(db(), 'one row').execute({ id: bia.id })).toEqual([{ name: 'Bia' }])
  expect(await nameOf(db(), 'no row').execute({ id: bia.id })).toEqual([])
  expect(builds).toEqual(['one row', 'no row'])
})

it('builds its text again in a transaction and sees the uncommitted rows of that transaction only', async () => {
  const { builds, nameOf } = countBuilds()
  const outside = pool()
  await nameOf(outside, 'one row').execute({ id: newId() })
  const found = await outside.transaction(async (tx) => {
    const { id } = await aCustomer(tx, { name: 'Só aqui' })
    return [await nameOf(tx, 'one row').execute({ id }), await nameOf(outside, 'one row').execute({ id })]
  })
  expect(found).toEqual([[{ name: 'Só aqui' }], []])
  expect(builds).toEqual(['one row', 'one row'])
})
