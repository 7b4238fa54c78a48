import { eq, sql } from 'drizzle-orm'
import { auditEvents, customers } from '@/db/schema'
import { renameCustomer } from '@/lib/customers/commands/rename'
import { getProfile } from '@/lib/profile/header'
import { listCustomers } from '@/lib/search/list-customers'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { isBusy } from './busy'
import { openDatabase } from '@/db/client'
import { LIMITS } from '@/db/limits'
import { Places } from '@/db/places'

const { pool, url } = useTestDatabase()
const LOCK_MS = 1_000
const limits = { statementMs: 2_000, lockMs: LOCK_MS, connectionMs: 2_000 }

let limited: ReturnType<typeof openDatabase>
beforeAll(() => (limited = openDatabase(url(), 10, limits)))
afterAll(() => limited.pool.end())

async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

it('answers other people quickly while a transaction locks a customer, and refuses commands on that customer', async () => {
  const customer = await aCustomer(pool())
  const rename = { customerId: customer.id, name: 'Outro Nome', version: String(customer.version) }
  const [one, another] = [await aCtx(limited.db), await aCtx(limited.db)]
  await pool().transaction(async (tx) => {
    await tx.select().from(customers).where(eq(customers.id, customer.id)).for('update')
    // More commands than connections: without places reserved for pages they would use all of them.
    const commands = Promise.all(Array.from({ length: 14 }, () => renameCustomer(one, rename)))
    const list = await tookMs(() => listCustomers(another))
    const profile = await tookMs(() => getProfile(another, customer.id))
    expect(list + profile).toBeLessThan(LOCK_MS)
    const took = await tookMs(async () => {
      expect(new Set((await commands).map((result) => !result.ok && result.failure.kind))).toEqual(new Set(['busy']))
    })
    // The wait for a place, then the wait for the lock.
    expect(took).toBeLessThan(2 * LOCK_MS + 2_000)
  })
  const [after] = await pool().select().from(customers).where(eq(customers.id, customer.id))
  expect(after?.name).toBe(customer.name)
  expect(await pool().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))).toEqual([])
  expect(await renameCustomer(one, rename)).toMatchObject({ ok: true })
})

it('recognises a statement timeout, a deadlock and a pool without connections', async () => {
  const tooLong = await limited.db.execute(sql`select pg_sleep(5)`).catch((error: unknown) => error)
  const clients = await Promise.all(Array.from({ length: 10 }, () => limited.pool.connect()))
  const noConnection = await limited.db.execute(sql`select 1`).catch((error: unknown) => error)
  for (const client of clients) client.release()
  expect([tooLong, noConnection].map(isBusy)).toEqual([true, true])
  expect(isBusy(Object.assign(new Error('deadlock detected'), { code: '40P01' }))).toBe(true)
  expect(isBusy(await limited.db.execute(sql`select 1/0`).catch((error: unknown) => error))).toBe(false)
})

it('gives the worker more time than pages', () => {
  expect(LIMITS.jobs.statementMs).toBeGreaterThan(LIMITS.web.statementMs)
  expect(LIMITS.jobs.lockMs).toBeGreaterThan(LIMITS.web.lockMs)
})

it('assigns places in the order of the requests, and never more than there are', async () => {
  const places = new Places(2, 1_000)
  const order: number[] = []
  let atOnce = 0
  let most = 0
  const work = (n: number) =>
    places.use(async () => {
      order.push(n)
      most = Math.max(most, (atOnce += 1))
      await new Promise((resolve) => setTimeout(resolve, 20))
      atOnce -= 1
      if (n === 1) throw new Error('fails')
    })
  await Promise.allSettled([1, 2, 3, 4, 5].map(work))
  expect([order, most]).toEqual([[1, 2, 3, 4, 5], 2])
})
