import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { useTestDatabase } from '@/lib/testing/database'
import { auditChains, auditEvents, customers } from '@/db/schema'
import { GENESIS, link, rowDigest } from '@/lib/audit/chain'
import { customerKey, open } from '@/lib/audit/seal'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { delegatingCommand, succeed } from './command'
import { customerCommand } from '@/lib/customer-group/command'
import { refused } from './result'
import type { WriteCtx } from './context'

const { db, pool } = useTestDatabase()

const setRemarks = customerCommand({
  event: 'customer.changed',
  permission: 'customers.edit',
  input: z.strictObject({ customerId: z.uuid(), remarks: z.string(), refuse: z.boolean().optional() }),
  run: async (ctx, customer, { remarks, refuse }) => {
    await ctx.db.update(customers).set({ remarks }).where(eq(customers.id, customer.id))
    if (refuse) return refused('customers.nothing_to_validate')
    return succeed(remarks, { customerId: customer.id, before: { remarks: customer.remarks }, after: { remarks } })
  },
})

const eventsOf = (ctx: WriteCtx, id: string) =>
  ctx.db.select().from(auditEvents).where(eq(auditEvents.customerId, id)).orderBy(auditEvents.seq)

describe('a command', () => {
  it('writes the change and its history together, with encrypted values', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db())
    await setRemarks(ctx, { customerId: customer.id, remarks: 'prefere ligação' })
    const [event] = await eventsOf(ctx, customer.id)
    expect(event?.sealed?.toString('utf8')).not.toContain('prefere')
    const opened = open(await customerKey(db(), customer.id), event!.sealed!, customer.id).toString()
    expect(JSON.parse(opened)).toEqual({ before: { remarks: null }, after: { remarks: 'prefere ligação' } })
  })

  it('rolls everything back when it is refused half-way', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db())
    const result = await setRemarks(ctx, { customerId: customer.id, remarks: 'x', refuse: true })
    expect(result).toEqual({ ok: false, failure: { kind: 'invalid', code: 'customers.nothing_to_validate' } })
    const [row] = await db().select().from(customers).where(eq(customers.id, customer.id))
    expect(row?.remarks).toBeNull()
    expect(await eventsOf(ctx, customer.id)).toHaveLength(0)
  })

  it('refuses keys that are not in its schema', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db())
    expect(await setRemarks(ctx, { customerId: customer.id, remarks: 'x', role: 'admin' })).toMatchObject({ ok: false })
  })

  it('chains the events of many clients without a gap', async () => {
    const ctx = await aCtx(pool())
    const customer = await aCustomer(pool())
    await Promise.all(
      Array.from({ length: 24 }, (_, n) => setRemarks(ctx, { customerId: customer.id, remarks: `r${n}` })),
    )
    const events = await eventsOf(ctx, customer.id)
    expect(events.map((e) => e.seq)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1))
    const last = events.reduce<Buffer>((hash, event) => link(hash, rowDigest(event)), GENESIS)
    const [head] = await pool().select().from(auditChains).where(eq(auditChains.customerId, customer.id))
    expect(head).toMatchObject({ seq: 24, hash: last })
  })
})

describe('a command that runs another one', () => {
  const clearRemarks = delegatingCommand({
    event: 'customer.changed',
    permission: 'customers.edit',
    alsoPermissions: ['history.read'],
    input: z.strictObject({ customerId: z.uuid() }),
    delegate: (ctx, { customerId }) => setRemarks(ctx, { customerId, remarks: '' }),
  })

  it('leaves the history to the other command', async () => {
    const ctx = await aCtx(db(), 'admin')
    const customer = await aCustomer(db(), { remarks: 'antes' })
    expect(await clearRemarks(ctx, { customerId: customer.id })).toEqual({ ok: true, value: '' })
    expect((await eventsOf(ctx, customer.id)).map(({ event }) => event)).toEqual(['customer.changed'])
  })

  it.each([
    ['the first permission', 'compliance', 'customers.edit'],
    ['the second permission', 'seller', 'history.read'],
  ] as const)('is refused without %s, which the history names', async (_, role, permission) => {
    const ctx = await aCtx(db(), role)
    const customer = await aCustomer(db(), { remarks: 'antes' })
    expect(await clearRemarks(ctx, { customerId: customer.id })).toMatchObject({ failure: { kind: 'forbidden' } })
    const [event, ...others] = await eventsOf(ctx, customer.id)
    expect(event).toMatchObject({ event: 'access.denied', details: expect.stringContaining(permission) })
    expect(others).toEqual([])
  })

  it('counts an attempt outside the scope once', async () => {
    const ctx = await aCtx(db(), 'agent', { kind: 'own' })
    const customer = await aCustomer(db(), { remarks: 'antes' })
    const findNothing = delegatingCommand({
      event: 'customer.changed',
      permission: 'customers.edit',
      input: z.strictObject({ customerId: z.uuid() }),
      delegate: async () => ({ ok: false, failure: { kind: 'not_found' } }),
    })
    expect(await findNothing(ctx, { customerId: customer.id })).toMatchObject({ failure: { kind: 'not_found' } })
    expect((await eventsOf(ctx, customer.id)).map(({ event }) => event)).toEqual(['access.denied'])
  })
})
