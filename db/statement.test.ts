import { eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { aCustomer } from '@/lib/testing/builders'
import { held, statement } from './statement'
import { useTestDatabase } from '@/lib/testing/database'

const { db, pool } = useTestDatabase()

function counted() {
  const made: string[] = []
  const named = statement((on, shape: 'found' | 'none') => {
    made.push(shape)
    return on
      .select({ name: customers.name })
      .from(customers)
      .where(eq(customers.id, held('id')))
      .limit(shape === 'found' ? 1 : 0)
  })
  return { made, named }
}

it('is made once for each shape, and answers for the values of each call', async () => {
  const [ana, bia] = [await aCustomer(db(), { name: 'Ana' }), await aCustomer(db(), { name: 'Bia' })]
  const { made, named } = counted()
  expect(await named(db(), 'found').execute({ id: ana.id })).toEqual([{ name: 'Ana' }])
  expect(await named(db(), 'found').execute({ id: bia.id })).toEqual([{ name: 'Bia' }])
  expect(await named(db(), 'none').execute({ id: bia.id })).toEqual([])
  expect(made).toEqual(['found', 'none'])
})

it('is made anew within a transaction, and reads what only that one knows', async () => {
  const { made, named } = counted()
  const outside = pool()
  await named(outside, 'found').execute({ id: newId() })
  const seen = await outside.transaction(async (tx) => {
    const { id } = await aCustomer(tx, { name: 'Só aqui' })
    return [await named(tx, 'found').execute({ id }), await named(outside, 'found').execute({ id })]
  })
  expect(seen).toEqual([[{ name: 'Só aqui' }], []])
  expect(made).toEqual(['found', 'found'])
})
