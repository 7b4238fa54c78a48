import { useTestDatabase } from '@/lib/testing/database'
import type { WriteCtx } from '@/lib/kernel/context'
import { NotPermitted } from '@/lib/kernel/query'
import { aCtx, aCustomer, aUser } from '@/lib/testing/builders'
import { AUDIT_PAGE, listAudit } from './list-all'
import { record, type AuditEntry } from '@/lib/audit/record'

jest.setTimeout(30_000)
const test = useTestDatabase()
const recordAt = (ctx: WriteCtx, entry: AuditEntry, at = ctx.now) =>
  record(ctx.db, { userId: ctx.viewer.userId, requestId: 'r', now: at }, entry)

it('lists everyone’s events newest first, page after page, without a gap or a repeat', async () => {
  const ctx = await aCtx(test.db(), 'compliance')
  const chains = [(await aCustomer(test.db())).id, null, (await aCustomer(test.db())).id]
  const count = AUDIT_PAGE * 2 + 7
  // Three events share each instant, like the events of one command.
  for (let i = 0; i < count; i++)
    await recordAt(
      ctx,
      { event: 'access.denied', customerId: chains[i % 3]!, details: { i } },
      new Date(Date.UTC(2040, 0, 1, 0, Math.floor(i / 3))),
    )
  const seen: number[] = []
  let cursor: string | undefined
  do {
    const page = await listAudit(ctx, { actorId: ctx.viewer.userId, cursor })
    seen.push(...page.items.map((item) => item.details.i as number))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(new Set(seen).size).toBe(count)
  expect(seen.map((i) => Math.floor(i / 3))).toEqual(
    Array.from({ length: count }, (_, i) => Math.floor((count - 1 - i) / 3)),
  )
})

it('filters by event, actor, period and customer', async () => {
  const ctx = await aCtx(test.db(), 'admin')
  const { id } = await aCustomer(test.db())
  const user = await aUser(test.db(), { name: 'Rafael Lima' })
  await recordAt(
    ctx,
    { event: 'personal.revealed', customerId: id, subject: 'document' },
    new Date('2039-05-01T12:00:00Z'),
  )
  await recordAt(ctx, {
    event: 'user.changed',
    customerId: null,
    subject: `user:${user.id}`,
    before: { role: 'agent' },
    after: { role: 'seller' },
  })
  const own = { actorId: ctx.viewer.userId }
  expect((await listAudit(ctx, { customerId: id })).items).toMatchObject([
    { event: 'personal.revealed', customerId: id, actor: ctx.viewer.name },
  ])
  expect((await listAudit(ctx, { ...own, event: 'user.changed' })).items).toMatchObject([
    { subjectName: 'Rafael Lima', customerId: null, changes: [{ field: 'role', before: 'agent', after: 'seller' }] },
  ])
  expect((await listAudit(ctx, { ...own, from: '2039-05-01', to: '2039-05-01' })).items).toHaveLength(1)
  expect((await listAudit(ctx, { customerId: 'não é um id' })).items).toEqual([])
})

it.each([
  { from: '0000-01-01' },
  { cursor: `999999999999999.${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}.1` },
  { cursor: '999999999999999' },
])('does not fail on %j, which none of our pages sends', async (asked) =>
  expect(await listAudit(await aCtx(test.db(), 'admin'), asked)).toHaveProperty('items'),
)

it('lists a person’s import once, and each of its rows on request', async () => {
  const ctx = await aCtx(test.db(), 'admin')
  const { id } = await aCustomer(test.db())
  await recordAt(ctx, { event: 'customer.imported', customerId: id, details: { row: 1 } })
  await recordAt(ctx, { event: 'import.finished', customerId: null })
  const events = async (event?: string) =>
    (await listAudit(ctx, { actorId: ctx.viewer.userId, event })).items.map((item) => item.event)
  expect(await events()).toEqual(['import.finished'])
  expect(await events('customer.imported')).toEqual(['customer.imported'])
})

it('does not decrypt a customer’s values, even for roles that read personal data', async () => {
  const ctx = await aCtx(test.db(), 'compliance')
  const { id } = await aCustomer(test.db())
  await recordAt(ctx, {
    event: 'customer.changed',
    customerId: id,
    before: { remarks: 'segredo' },
    after: { remarks: 'outro' },
  })
  expect(JSON.stringify((await listAudit(ctx, { customerId: id })).items)).not.toMatch(/segredo|outro/)
})

it('is closed to a role without the permission', async () => {
  await expect(listAudit(await aCtx(test.db(), 'manager'))).rejects.toThrow(NotPermitted)
})
