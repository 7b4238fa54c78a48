import { eq } from 'drizzle-orm'
import { useTestDatabase } from '@/lib/testing/database'
import { auditEvents, customerNames, customers } from '@/db/schema'
import type { Role } from '@/lib/access/permissions'
import { aCtx, aCustomer, aUser } from '@/lib/testing/builders'
import { assignCustomer } from './assign'

const { db } = useTestDatabase()

const assigneeOf = async (id: string) =>
  (await db().select().from(customers).where(eq(customers.id, id)))[0]!.assignedUserId

describe('assigning a customer', () => {
  const cases: [Role, 'self' | 'other' | 'nobody', boolean][] = [
    ['admin', 'nobody', true],
    ['admin', 'other', true],
    ['agent', 'self', true],
    ['agent', 'other', false],
    ['agent', 'nobody', false],
    ['manager', 'other', false],
    ['viewer', 'self', false],
    ['compliance', 'self', false],
  ]
  it.each(cases)('as %s with the customer assigned to %s: %s', async (role, holder, allowed) => {
    const ctx = await aCtx(db(), role)
    const other = await aUser(db())
    const target = await aUser(db())
    const before = holder === 'self' ? ctx.viewer.userId : holder === 'other' ? other.id : null
    const customer = await aCustomer(db(), { assignedUserId: before })
    const result = await assignCustomer(ctx, { customerId: customer.id, userId: target.id })
    expect(result.ok).toBe(allowed)
    expect(await assigneeOf(customer.id)).toBe(allowed ? target.id : before)
  })

  it('removes the assignment, updates the search scope, and records old and new', async () => {
    const ctx = await aCtx(db(), 'agent')
    const customer = await aCustomer(db(), { assignedUserId: ctx.viewer.userId })
    expect(await assignCustomer(ctx, { customerId: customer.id, userId: '' })).toMatchObject({ ok: true })
    const [name] = await db().select().from(customerNames).where(eq(customerNames.customerId, customer.id))
    expect(name?.assignedUserId).toBeNull()
    const [event] = await db().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))
    expect(JSON.parse(event!.details!)).toEqual({
      before: { assignedUserId: ctx.viewer.userId },
      after: { assignedUserId: null },
    })
  })

  it('refuses a deactivated user', async () => {
    const ctx = await aCtx(db(), 'admin')
    const gone = await aUser(db(), { deactivatedAt: new Date() })
    const customer = await aCustomer(db())
    const result = await assignCustomer(ctx, { customerId: customer.id, userId: gone.id })
    expect(result).toMatchObject({ failure: { fields: { userId: 'customers.user_unavailable' } } })
  })
})
