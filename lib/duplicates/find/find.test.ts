import { eq, sql } from 'drizzle-orm'
import { contactPoints, customers, duplicateKeys, duplicatePairs } from '@/db/schema'
import type { Primary } from '@/db/handles'
import { aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { pairIds } from '../policy'
import { findAllDuplicates } from './full-pass'
import { findDuplicatesOfChanged } from './job'

const enqueued: string[] = []
jest.mock('../../jobs/boss', () => ({ enqueue: async (_tx: unknown, queue: string) => void enqueued.push(queue) }))

const { db } = useTestDatabase()

const changed = () => findDuplicatesOfChanged(db(), () => false)
const pairs = () => db().select().from(duplicatePairs)
const touch = (id: string) =>
  db()
    .update(customers)
    .set({ updatedAt: sql`clock_timestamp()` })
    .where(eq(customers.id, id))

const ONE = {
  name: 'Ubirajara Suassuna Prado',
  birthOn: '1980-03-04',
  documentType: 'cpf',
  documentNumber: '39053344705',
} as const
const OTHER = {
  name: 'UBIRAJARA SUASUNA PRADO',
  birthOn: '1980-04-03',
  documentType: 'cpf',
  documentNumber: '39053344715',
} as const

const twoRecords = async (on: Primary) => [await aCustomer(on, ONE), await aCustomer(on, OTHER)] as const
/** A customer whom the full pass has compared, so that the job does not ask for a full pass. */
const anybody = async () => {
  await aCustomer(db(), { name: 'Quitéria Zopeba' })
  await findAllDuplicates(db())
}

beforeEach(() => enqueued.splice(0))

describe.each([
  ['the full pass', async () => void (await findAllDuplicates(db()))],
  ['the job for changed customers', changed],
])('%s', (_, find) => {
  it('finds two records with misspelt names, documents and birth dates', async () => {
    await anybody()
    const [one, other] = await twoRecords(db())
    await aCustomer(db(), { name: 'Wanda Tupinambá' })
    await find()
    const found = await pairs()
    expect(found).toMatchObject([pairIds(one.id, other.id)])
    expect(found[0]!.probability).toBeGreaterThan(0.95)
    expect(found[0]!.reasons.map(({ field, level }) => `${field} ${level}`)).toEqual(
      expect.arrayContaining(['document one_digit', 'birth_date day_month_swapped', 'family_name similar']),
    )
  })

  it('suggests the survivor of a record, and never a record of its own group', async () => {
    await anybody()
    const [one, other] = await twoRecords(db())
    const survivor = await aCustomer(db(), { name: 'Ubirajara Prado' })
    await db().update(customers).set({ survivorId: survivor.id }).where(eq(customers.id, other.id))
    await find()
    expect(await pairs()).toMatchObject([pairIds(one.id, survivor.id)])
    await db().update(customers).set({ survivorId: survivor.id }).where(eq(customers.id, one.id))
    await touch(survivor.id)
    await find()
    expect(await pairs()).toEqual([])
  })

  it('removes a pair whose records have become different', async () => {
    await anybody()
    const [one] = await twoRecords(db())
    await find()
    expect(await pairs()).toHaveLength(1)
    await db()
      .update(customers)
      .set({ name: 'Nair Itapary', documentType: null, documentNumber: null, birthOn: null })
      .where(eq(customers.id, one.id))
    await touch(one.id)
    await find()
    expect(await pairs()).toEqual([])
  })

  it('changes the evidence with a compared value, and with nothing else', async () => {
    await anybody()
    const [one] = await twoRecords(db())
    const evidence = async () => {
      await touch(one.id)
      await find()
      return (await pairs())[0]!.evidence
    }
    const first = await evidence()
    await db().update(customers).set({ remarks: 'Ligou.' }).where(eq(customers.id, one.id))
    expect(await evidence()).toBe(first)
    await aPoint(db(), one.id, { value: 'u@exemplo.com.br', normalized: 'u@exemplo.com.br' })
    const second = await evidence()
    expect(second).not.toBe(first)
    await db().update(contactPoints).set({ retiredAt: new Date() }).where(eq(contactPoints.customerId, one.id))
    expect(await evidence()).toBe(first)
  })
})

it('compares a changed customer once', async () => {
  await anybody()
  const [one] = await twoRecords(db())
  await changed()
  await db().delete(duplicatePairs)
  await changed()
  expect(await pairs()).toEqual([])
  await touch(one.id)
  await changed()
  expect(await pairs()).toHaveLength(1)
})

it('asks for a full pass when nobody was compared before', async () => {
  await twoRecords(db())
  await changed()
  expect(enqueued).toEqual(['find-all-duplicates'])
  expect(await db().select().from(duplicateKeys)).toEqual([])
})
