import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { auditEvents, notes, idempotencyKeys } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { succeed } from './command'
import type { WriteCtx } from './context'
import { customerCommand } from '@/lib/customer-group/command'
import { newId } from '@/lib/values/ids'
import { idempotencyHash } from './idempotency'
import { refused } from './result'

const { db, pool } = useTestDatabase()

const writing = (event: 'note.written' | 'message.sent') =>
  customerCommand({
    event,
    permission: 'notes.write',
    input: z.strictObject({ customerId: z.uuid(), body: z.string(), refuse: z.boolean().optional() }),
    run: async (ctx, customer, { body, refuse }) => {
      const id = newId()
      await ctx.db.insert(notes).values({ customerId: customer.id, id, body, authorId: ctx.viewer.userId })
      return refuse ? refused('unknown') : succeed({ id }, { customerId: customer.id, subject: `note:${id}` })
    },
  })

const write = writing('note.written')

/** Runs the command like a form's action. */
const sent = (ctx: WriteCtx, key: string, input: Record<string, unknown>, by = write) =>
  by({ ...ctx, idempotencyKey: idempotencyHash(key, input) ?? undefined }, input)

async function left({ db: of }: WriteCtx, customerId: string) {
  const count = async (table: typeof notes | typeof auditEvents) =>
    (
      await of
        .select({ n: sql<number>`count(*)::int` })
        .from(table)
        .where(eq(table.customerId, customerId))
    )[0]!.n
  return [await count(notes), await count(auditEvents)]
}

it('runs a form that is sent several times at the same moment once, and returns its result to each', async () => {
  const ctx = await aCtx(pool())
  const { id: customerId } = await aCustomer(pool())
  const key = newId()
  const answers = await Promise.all(Array.from({ length: 12 }, () => sent(ctx, key, { customerId, body: 'Oi' })))
  expect(answers.filter((answer) => answer.ok && !answer.repeated)).toHaveLength(1)
  expect(new Set(answers.map((answer) => answer.ok && answer.value.id)).size).toBe(1)
  expect(await left(ctx, customerId)).toEqual([1, 1])
})

it('runs a form that is sent again later once, and marks the second result as repeated', async () => {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(db())
  const key = newId()
  const first = await sent(ctx, key, { customerId, body: 'Oi' })
  expect(await sent(ctx, key, { customerId, body: 'Oi' })).toEqual({ ...first, repeated: true })
  expect(await left(ctx, customerId)).toEqual([1, 1])
})

it('does not return the stored result to a viewer who may no longer see the customer', async () => {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(db())
  const key = newId()
  await sent(ctx, key, { customerId, body: 'Oi' })
  const moved = { ...ctx, viewer: { ...ctx.viewer, scope: { kind: 'stores' as const, storeIds: [newId()] } } }
  expect(await sent(moved, key, { customerId, body: 'Oi' })).toEqual({ ok: false, failure: { kind: 'not_found' } })
  expect((await left(ctx, customerId))[0]).toBe(1)
})

it.each<[string, (form: { ctx: WriteCtx; key: string; customerId: string }) => Promise<unknown>]>([
  ['a newly opened form', ({ ctx, customerId }) => sent(ctx, newId(), { customerId, body: 'Oi' })],
  ['other values in the same form', ({ ctx, key, customerId }) => sent(ctx, key, { customerId, body: 'Tchau' })],
  ['another person', async ({ key, customerId }) => sent(await aCtx(db()), key, { customerId, body: 'Oi' })],
  [
    'another command',
    ({ ctx, key, customerId }) => sent(ctx, key, { customerId, body: 'Oi' }, writing('message.sent')),
  ],
  ['a program without a key', ({ ctx, customerId }) => write(ctx, { customerId, body: 'Oi' })],
])('runs again for %s', async (_, again) => {
  const ctx = await aCtx(db())
  const { id: customerId } = await aCustomer(db())
  const key = newId()
  await sent(ctx, key, { customerId, body: 'Oi' })
  expect(await again({ ctx, key, customerId })).not.toHaveProperty('repeated')
  expect(await left(ctx, customerId)).toEqual([2, 2])
})

it('does not use up the key of a refused form', async () => {
  const ctx = { ...(await aCtx(db())), idempotencyKey: 'the same' }
  const { id: customerId } = await aCustomer(db())
  const keys = async () => (await db().select().from(idempotencyKeys)).length
  const before = await keys()
  expect(await write(ctx, { customerId, body: 'Oi', refuse: true })).toMatchObject({ ok: false })
  expect(await keys()).toBe(before)
  expect(await write(ctx, { customerId, body: 'Oi' })).toMatchObject({ ok: true })
  expect(await left(ctx, customerId)).toEqual([1, 1])
})

it('ignores a malformed key', () => {
  expect([idempotencyHash('', {}), idempotencyHash(undefined, {}), idempotencyHash('1', {})]).toEqual([
    null,
    null,
    null,
  ])
})
