import { eq } from 'drizzle-orm'
import { useTestDatabase } from '@/lib/testing/database'
import { auditEvents, customers, notes } from '@/db/schema'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { writeNote } from './commands'
import { listNotes } from './queries'

const { db } = useTestDatabase()

describe('notes', () => {
  it('are listed newest first, page by page, without repeats or gaps', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db())
    for (const body of ['um', 'dois', 'três', 'quatro', 'cinco'])
      await writeNote(ctx, { customerId: customer.id, body })
    const first = await listNotes(ctx, [customer.id], { limit: 2 })
    const second = await listNotes(ctx, [customer.id], { limit: 2, cursor: first.nextCursor! })
    const third = await listNotes(ctx, [customer.id], { limit: 2, cursor: second.nextCursor! })
    expect([first, second, third].map((p) => p.notes.map((n) => n.body))).toEqual([
      ['cinco', 'quatro'],
      ['três', 'dois'],
      ['um'],
    ])
    expect(third.nextCursor).toBeNull()
  })

  it('of a merged record are listed on its survivor', async () => {
    const ctx = await aCtx(db())
    const survivor = await aCustomer(db())
    const absorbed = await aCustomer(db(), { survivorId: survivor.id })
    await db().insert(notes).values({
      customerId: absorbed.id,
      id: '01890000-0000-7000-8000-000000000000',
      body: 'antiga',
      authorId: ctx.viewer.userId,
    })
    expect((await listNotes(ctx, [survivor.id, absorbed.id])).notes.map((n) => n.body)).toEqual(['antiga'])
  })

  it('move the customer up in the list', async () => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db(), { lastActivityAt: new Date('2020-01-01') })
    await writeNote(ctx, { customerId: customer.id, body: 'ligou' })
    const [row] = await db().select().from(customers).where(eq(customers.id, customer.id))
    expect(row?.lastActivityAt).toEqual(ctx.now)
  })

  it.each([
    ['', 'notes.empty'],
    ['   ', 'notes.empty'],
    ['x'.repeat(4001), 'too_long'],
  ])('refuse %#', async (body, code) => {
    const ctx = await aCtx(db())
    const customer = await aCustomer(db())
    expect(await writeNote(ctx, { customerId: customer.id, body })).toMatchObject({
      failure: { fields: { body: code } },
    })
    expect(await db().select().from(auditEvents).where(eq(auditEvents.customerId, customer.id))).toHaveLength(0)
  })

  it('cannot be written with read permission only', async () => {
    const customer = await aCustomer(db())
    expect(await writeNote(await aCtx(db(), 'viewer'), { customerId: customer.id, body: 'x' })).toMatchObject({
      ok: false,
    })
    expect(await db().select().from(notes).where(eq(notes.customerId, customer.id))).toHaveLength(0)
  })
})
