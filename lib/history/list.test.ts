import { useTestDatabase } from '@/lib/testing/database'
import { NotPermitted } from '@/lib/kernel/query'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { appendErased } from '@/lib/testing/erased-event'
import { aCtx, aCustomer, aStore, aUser } from '@/lib/testing/builders'
import { listHistory } from './list'
import { record, type AuditEntry } from '@/lib/audit/record'

const test = useTestDatabase()
const NONE: ReadonlySet<string> = new Set()

const recordAt = (ctx: WriteCtx, entry: AuditEntry, at = ctx.now) =>
  record(ctx.db, { userId: ctx.viewer.userId, requestId: 'r', now: at }, entry)
const subjectOf = (id: string, revealed = NONE, ...absorbed: string[]) => ({
  id,
  survivorId: id,
  memberIds: [id, ...absorbed],
  revealed,
})
const minutes = (n: number) => new Date(Date.UTC(2026, 2, 1, 12, n))

async function aPhoneChange(role: 'agent' | 'compliance' = 'agent') {
  const ctx = await aCtx(test.db(), role)
  const { id } = await aCustomer(test.db())
  const point = `point:${ctx.requestId}`
  await recordAt(ctx, {
    event: 'contact.changed',
    customerId: id,
    subject: point,
    details: { channel: 'mobile' },
    before: { value: '(11) 98765-7777' },
    after: { value: '(11) 98765-8888' },
  })
  return { ctx, id, point }
}

it('lists actor, field, old and new value, masked for viewers who may not read personal data', async () => {
  const { ctx, id, point } = await aPhoneChange()
  const { items } = await listHistory(ctx, subjectOf(id))
  expect(items).toEqual([
    expect.objectContaining({
      actor: ctx.viewer.name,
      event: 'contact.changed',
      subject: point,
      details: { channel: 'mobile' },
      denied: false,
    }),
  ])
  expect(items[0]?.changes).toEqual([{ field: 'value', before: '(11) 9****-**77', after: '(11) 9****-**88' }])
})

it('shows personal values in clear to a role that reads them, and to a session that revealed the point', async () => {
  const compliance = await aPhoneChange('compliance')
  const clear = [{ field: 'value', before: '(11) 98765-7777', after: '(11) 98765-8888' }]
  expect((await listHistory(compliance.ctx, subjectOf(compliance.id))).items[0]?.changes).toEqual(clear)
  const { ctx, id, point } = await aPhoneChange()
  expect((await listHistory(ctx, subjectOf(id, new Set([point])))).items[0]?.changes).toEqual(clear)
  expect((await listHistory(ctx, subjectOf(id, new Set(['document'])))).items[0]?.changes).not.toEqual(clear)
})

it('formats a phone as on the profile', async () => {
  const ctx = await aCtx(test.db(), 'compliance')
  const { id } = await aCustomer(test.db())
  await recordAt(ctx, {
    event: 'message.sent',
    customerId: id,
    details: { channel: 'sms' },
    after: { address: '+5511987657777' },
  })
  expect((await listHistory(ctx, subjectOf(id))).items[0]?.changes).toEqual([
    { field: 'address', before: null, after: '(11) 98765-7777' },
  ])
})

it('masks documents and unknown fields', async () => {
  const ctx = await aCtx(test.db())
  const { id } = await aCustomer(test.db())
  await recordAt(ctx, {
    event: 'customer.changed',
    customerId: id,
    before: { documentType: null, documentNumber: null, motherName: 'Rosa', howMet: 'feira' },
    after: { documentType: 'cpf', documentNumber: '11144477735', motherName: 'Rita', howMet: 'feira' },
  })
  expect((await listHistory(ctx, subjectOf(id))).items[0]?.changes).toEqual([
    { field: 'documentType', before: null, after: 'cpf' },
    { field: 'documentNumber', before: null, after: '***.***.777-**' },
    { field: 'motherName', before: '****', after: '****' },
  ])
})

it('masks a CPF the same way when only its number changed, so that two masks do not reveal it', async () => {
  const ctx = await aCtx(test.db())
  const { id } = await aCustomer(test.db())
  await recordAt(ctx, {
    event: 'customer.changed',
    customerId: id,
    before: { documentNumber: '52998224725' },
    after: { documentNumber: '11144477735' },
  })
  const [change] = (await listHistory(ctx, subjectOf(id))).items[0]!.changes
  expect(change).toEqual({ field: 'documentNumber', before: '***.***.247-**', after: '***.***.777-**' })
  const [seen] = (await listHistory(ctx, subjectOf(id, new Set(['document'])))).items[0]!.changes
  expect(seen).toMatchObject({ before: '529.982.247-25', after: '111.444.777-35' })
})

it('masks attributes of other systems by their shape, until they are revealed', async () => {
  const ctx = await aCtx(test.db())
  const { id } = await aCustomer(test.db())
  await recordAt(ctx, {
    event: 'customer.imported',
    customerId: id,
    before: { attributes: { 'CPF da mãe': null, clube: 'Prata' } },
    after: { attributes: { 'CPF da mãe': '111.444.777-35', clube: 'Ouro' } },
  })
  expect((await listHistory(ctx, subjectOf(id))).items[0]!.changes).toEqual([
    { field: 'CPF da mãe', before: null, after: '***.***.777-**' },
    { field: 'clube', before: '****', after: '****' },
  ])
  const [seen] = (await listHistory(ctx, subjectOf(id, new Set(['attributes'])))).items[0]!.changes
  expect(seen).toEqual({ field: 'CPF da mãe', before: null, after: '111.444.777-35' })
})

it('shows the names of users and stores instead of their ids', async () => {
  const ctx = await aCtx(test.db())
  const { id } = await aCustomer(test.db())
  const [rafael, store] = [
    await aUser(test.db(), { name: 'Rafael Lima' }),
    await aStore(test.db(), { name: 'Loja Savassi' }),
  ]
  await recordAt(ctx, {
    event: 'customer.assigned',
    customerId: id,
    details: { before: { assignedUserId: null }, after: { assignedUserId: rafael.id } },
  })
  await recordAt(ctx, {
    event: 'customer.changed',
    customerId: id,
    before: { storeId: null },
    after: { storeId: store.id },
  })
  const { items } = await listHistory(ctx, subjectOf(id))
  expect(items.map((i) => i.changes[0]?.after)).toEqual(['Loja Savassi', 'Rafael Lima'])
})

it('pages through merged records newest first, without a gap or a repeat', async () => {
  const ctx = await aCtx(test.db())
  const [a, b] = [await aCustomer(test.db()), await aCustomer(test.db())]
  for (let i = 0; i < 31; i++)
    await recordAt(ctx, { event: 'note.written', customerId: i % 3 ? a.id : b.id, details: { i } }, minutes(i))
  const seen: unknown[] = []
  let cursor: string | undefined
  do {
    const page = await listHistory(ctx, subjectOf(a.id, NONE, b.id), { cursor, limit: 7 })
    seen.push(...page.items.map((item) => item.details.i))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect(seen).toEqual(Array.from({ length: 31 }, (_, i) => 30 - i))
})

it('filters by event, actor and period, including the last day', async () => {
  const ctx = await aCtx(test.db())
  const other = await aCtx(test.db())
  const { id } = await aCustomer(test.db())
  await recordAt(ctx, { event: 'note.written', customerId: id }, new Date('2026-03-01T02:59:59Z'))
  await recordAt(ctx, { event: 'contact.added', customerId: id }, new Date('2026-03-01T03:00:00Z'))
  await recordAt(other, { event: 'note.written', customerId: id }, new Date('2026-03-02T02:59:59Z'))
  const count = async (filter: Parameters<typeof listHistory>[2]) =>
    (await listHistory(ctx, subjectOf(id), filter)).items.length
  expect(await count({ event: 'note.written' })).toBe(2)
  expect(await count({ actorId: other.viewer.userId })).toBe(1)
  expect(await count({ from: '2026-03-01', to: '2026-03-01' })).toBe(2)
  expect(await count({ from: '0000-01-01', cursor: '99999999999999999999' })).toBe(3)
  expect(await count({ from: '2026-02-31', event: 'nonsense', actorId: 'x', cursor: '1.2.3' })).toBe(3)
})

it('lists events without values after the key was erased', async () => {
  const ctx = await aCtx(test.db(), 'compliance')
  const { id } = await aCustomer(test.db())
  const change = { event: 'contact.changed', before: { value: '(11) 98765-7777' }, after: { value: null } } as const
  await appendErased(test.db(), actorOf(ctx), { ...change, customerId: id })
  expect((await listHistory(ctx, subjectOf(id))).items[0]).toMatchObject({ event: 'contact.changed', changes: [] })
})

it('is empty for a customer out of scope, and closed to a role without the permission', async () => {
  const { id } = await aPhoneChange()
  const elsewhere = await aCtx(test.db(), 'manager', { kind: 'stores', storeIds: [] })
  expect((await listHistory(elsewhere, subjectOf(id))).items).toEqual([])
  await expect(listHistory(await aCtx(test.db(), 'seller'), subjectOf(id))).rejects.toThrow(NotPermitted)
})

it('shows situation, amount and reasons of a purchase to everybody, and hides its number, which may be a document', async () => {
  const ctx = await aCtx(test.db(), 'agent')
  const { id } = await aCustomer(test.db())
  await recordAt(ctx, {
    event: 'purchase.exclusion_recorded',
    customerId: id,
    after: { purchaseNumber: '529.982.247-25', amount: '10.50', exclusionReason: 'freight' },
  })
  const [item] = (await listHistory(ctx, subjectOf(id))).items
  expect(item?.changes.map(({ field, after }) => [field, after])).toEqual(
    expect.arrayContaining([
      ['purchaseNumber', '****'],
      ['amount', '10.50'],
      ['exclusionReason', 'freight'],
    ]),
  )
})
