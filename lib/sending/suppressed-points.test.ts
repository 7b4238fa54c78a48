import { suppressions } from '@/db/schema'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { addressHash } from './address'
import { listSuppressedPoints } from './suppressed-points'

const { db } = useTestDatabase()

it('finds the points whose address another customer’s bounce stopped, by channel', async () => {
  const customer = await aCustomer(db())
  const point = await aPoint(db(), customer.id)
  const stop = {
    addressHash: addressHash('maria@example.com'),
    reason: 'bounced',
    purpose: 'all',
    at: new Date(),
  } as const
  const list = async () => listSuppressedPoints(await aCtx(db()), [customer.id])
  await db()
    .insert(suppressions)
    .values({ ...stop, channel: 'sms' })
  expect(await list()).toEqual([])
  await db()
    .insert(suppressions)
    .values({ ...stop, channel: 'email' })
  expect(await list()).toMatchObject([{ pointId: point.id, reason: 'bounced', purpose: 'all' }])
})
