import { desc, eq, inArray } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { auditEvents, deniedAttempts } from '@/db/schema'
import { SYSTEM_CHAIN } from '@/lib/audit/events'
import { listHistory } from '@/lib/history/list'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { recordDenied } from './denied'

const test = useTestDatabase()
const WANTED = { wanted: 'customer.renamed', permission: 'customers.edit' }

const eventsOf = (db: Primary, customerId: string) =>
  db.select().from(auditEvents).where(eq(auditEvents.customerId, customerId)).orderBy(desc(auditEvents.seq))

it('merges equal refused attempts of an hour into one event, and counts them', async () => {
  const ctx = await aCtx(test.db(), 'viewer')
  const customer = await aCustomer(test.db())
  const now = new Date('2026-05-01T10:05:00Z')
  for (let i = 0; i < 5; i++) await recordDenied({ ...ctx, now }, WANTED, { customerId: customer.id })
  await recordDenied({ ...ctx, now }, { wanted: 'note.written' }, { customerId: customer.id })
  await recordDenied({ ...ctx, now: new Date('2026-05-01T11:00:00Z') }, WANTED, { customerId: customer.id })
  expect(await eventsOf(test.db(), customer.id)).toHaveLength(3)
  const group = { survivorId: customer.id, memberIds: [customer.id], revealed: new Set<string>() }
  const { items } = await listHistory(await aCtx(test.db(), 'admin'), group)
  expect(items.map(({ details }) => details.attempts)).toEqual([undefined, undefined, 5])
})

it('writes one event for many equal attempts at the same time', async () => {
  const db = test.pool()
  const ctx = await aCtx(db, 'viewer')
  const customer = await aCustomer(db)
  await Promise.all(Array.from({ length: 20 }, () => recordDenied(ctx, WANTED, { customerId: customer.id })))
  expect(await eventsOf(db, customer.id)).toHaveLength(1)
  const [row] = await db.select().from(deniedAttempts).where(eq(deniedAttempts.customerId, customer.id))
  expect(row!.attempts).toBe(20)
})

it('counts further attempts together when one person was refused at more than 60 customers', async () => {
  const ctx = await aCtx(test.db(), 'viewer')
  const ids: string[] = []
  for (let i = 0; i < 63; i++) ids.push((await aCustomer(test.db())).id)
  for (const customerId of ids) await recordDenied(ctx, WANTED, { customerId })
  expect(await test.db().$count(auditEvents, inArray(auditEvents.customerId, ids))).toBe(60)
  const system = await eventsOf(test.db(), SYSTEM_CHAIN)
  const own = system.filter(({ actorId }) => actorId === ctx.viewer.userId)
  expect(own.map(({ event }) => event)).toEqual(['access.denied', 'account.budget_used_up'])
  const [others] = await test.db().select().from(deniedAttempts).where(eq(deniedAttempts.wanted, 'other_attempts'))
  expect(others!.attempts).toBe(3)
})
