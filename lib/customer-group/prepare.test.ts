import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { auditEvents, notes } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { isInsideTransaction } from '@/db/transactions'
import { aCtx, aCustomer } from '@/lib/testing/builders'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from './command'
import { newId } from '@/lib/values/ids'
import { idempotencyHash } from '@/lib/kernel/idempotency'
import { refused } from '@/lib/kernel/result'

const { db, pool } = useTestDatabase()

/** A command that counts how often it prepared and discarded. */
function aCommand(then: 'succeed' | 'refuse' | 'throw' = 'succeed') {
  const seen = { prepared: 0, discarded: 0, inside: false }
  const run = customerCommand({
    event: 'note.written',
    permission: 'notes.write',
    input: z.strictObject({ customerId: z.uuid(), body: z.string() }),
    prepare: async () => {
      seen.prepared += 1
      seen.inside = isInsideTransaction()
      return { ok: true, value: `${seen.prepared}`, discard: async () => void (seen.discarded += 1) }
    },
    run: async (ctx, customer, { body }, prepared) => {
      const id = newId()
      const text = `${body} ${prepared}`
      await ctx.db.insert(notes).values({ customerId: customer.id, id, body: text, authorId: ctx.viewer.userId })
      if (then === 'throw') throw new Error('broken')
      return then === 'refuse' ? refused('unknown') : succeed(text, { customerId: customer.id, subject: `note:${id}` })
    },
  })
  return { seen, run }
}

async function written(ctx: WriteCtx, customerId: string) {
  const bodies = await ctx.db.select({ body: notes.body }).from(notes).where(eq(notes.customerId, customerId))
  const events = await ctx.db.select().from(auditEvents).where(eq(auditEvents.customerId, customerId))
  return { bodies: bodies.map(({ body }) => body), events: events.length }
}

it('prepares before the transaction and passes the result to it', async () => {
  const ctx = await aCtx(pool())
  const { id: customerId } = await aCustomer(pool())
  const { seen, run } = aCommand()
  expect(await run(ctx, { customerId, body: 'Oi' })).toEqual({ ok: true, value: 'Oi 1' })
  expect(seen).toEqual({ prepared: 1, discarded: 0, inside: false })
  expect(await written(ctx, customerId)).toEqual({ bodies: ['Oi 1'], events: 1 })
})

it.each(['later', 'at the same moment'])('prepares once when the same form is sent again %s', async (when) => {
  const input = { customerId: (await aCustomer(pool())).id, body: 'Oi' }
  const ctx = { ...(await aCtx(pool())), idempotencyKey: idempotencyHash(newId(), input)! }
  const { seen, run } = aCommand()
  const first = run(ctx, input)
  if (when === 'later') await first
  const answers = await Promise.all([first, run(ctx, input), run(ctx, input)])
  expect(answers.map((answer) => answer.ok && [answer.value, answer.repeated === true])).toEqual([
    ['Oi 1', false],
    ['Oi 1', true],
    ['Oi 1', true],
  ])
  expect(seen).toMatchObject({ prepared: 1, discarded: 0 })
  expect(await written(ctx, input.customerId)).toEqual({ bodies: ['Oi 1'], events: 1 })
})

it.each(['refuse', 'throw'] as const)(
  'discards the prepared result when its transaction ends with %s',
  async (then) => {
    const ctx = await aCtx(pool())
    const { id: customerId } = await aCustomer(pool())
    const { seen, run } = aCommand(then)
    await run(ctx, { customerId, body: 'Oi' }).catch(() => undefined)
    expect(seen).toMatchObject({ prepared: 1, discarded: 1 })
    expect(await written(ctx, customerId)).toEqual({ bodies: [], events: 0 })
  },
)

it.each<[string, (customerId: string) => Promise<[WriteCtx, object]>, string]>([
  [
    'without the permission',
    async (customerId) => [await aCtx(db(), 'viewer'), { customerId, body: 'Oi' }],
    'forbidden',
  ],
  [
    'out of scope',
    async (customerId) => [await aCtx(db(), 'seller', { kind: 'own' }), { customerId, body: 'Oi' }],
    'not_found',
  ],
  ['with an invalid form', async (customerId) => [await aCtx(db()), { customerId }], 'invalid'],
])('prepares nothing %s', async (_, attempt, kind) => {
  const { id: customerId } = await aCustomer(db())
  const { seen, run } = aCommand()
  const [ctx, input] = await attempt(customerId)
  expect(await run(ctx, input)).toMatchObject({ ok: false, failure: { kind } })
  expect(seen.prepared).toBe(0)
})
