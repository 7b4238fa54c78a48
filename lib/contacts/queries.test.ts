import { reveals } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { listRevealed } from '@/lib/privacy/reveals'
import { aCtx, aCustomer, aPoint, aStore } from '@/lib/testing/builders'
import { changePoint } from './commands/change'
import { getPoint, listPoints, listRetired, listVersions } from './queries'

const database = useTestDatabase()
const at = (day: number) => new Date(Date.UTC(2025, 0, day))
const email = (name: string) => ({
  value: `${name}@example.com`,
  normalized: `${name}@example.com`,
  matchKey: `${name}@example.com`,
})
const alone = (id: string, revealed: ReadonlySet<string> = new Set()) => ({
  id,
  survivorId: id,
  memberIds: [id],
  revealed,
})

it('lists the live points, the primary first and then the newest, masked', async () => {
  const ctx = await aCtx(database.db())
  const { id } = await aCustomer(ctx.db)
  await aPoint(ctx.db, id, { ...email('velha'), createdAt: at(1), primaryAt: at(2) })
  await aPoint(ctx.db, id, { ...email('meio'), createdAt: at(3), blockedAt: at(4), blockedBy: ctx.viewer.userId })
  await aPoint(ctx.db, id, { ...email('nova'), createdAt: at(5) })
  await aPoint(ctx.db, id, { ...email('saiu'), createdAt: at(6), retiredAt: at(7), retiredBy: ctx.viewer.userId })
  const points = await listPoints(ctx, alone(id))
  expect(points.map((p) => p.value)).toEqual(['v****@example.com', 'n****@example.com', 'm****@example.com'])
  expect(points[2]).toMatchObject({ clear: false, blockedBy: ctx.viewer.name })
  expect(await listRetired(ctx, alone(id))).toMatchObject([{ value: 's****@example.com', retiredBy: ctx.viewer.name }])
})

it('shows the values that this session revealed in clear, with versions and form, and no others', async () => {
  const ctx = await aCtx(database.db())
  const { id } = await aCustomer(ctx.db)
  const point = await aPoint(ctx.db, id)
  const closed = await aPoint(ctx.db, id, email('fechada'))
  await changePoint(ctx, { customerId: id, pointId: point.id, version: '1', value: 'nova@example.com' })
  const subject = `point:${point.id}`
  await ctx.db
    .insert(reveals)
    .values({ customerId: id, sessionId: ctx.viewer.sessionId, subject, expiresAt: new Date(Date.now() + 60_000) })
  const customer = alone(id, await listRevealed(ctx, id))
  expect(await getPoint(ctx, customer, point.id)).toMatchObject({
    value: 'nova@example.com',
    clear: true,
    form: { value: 'nova@example.com' },
    earlierVersions: 1,
  })
  expect(await listVersions(ctx, customer, point.id)).toMatchObject([
    { value: 'maria@example.com', version: 1, replacedBy: ctx.viewer.name },
  ])
  const other = await getPoint(ctx, customer, closed.id)
  expect(other).toMatchObject({ value: 'f****@example.com', clear: false, form: { label: null } })
  expect(JSON.stringify(other)).not.toContain('fechada')
  expect(await listVersions(ctx, alone(id), point.id)).toMatchObject([{ value: 'm****@example.com' }])
})

it('shows only the town of a masked address', async () => {
  const ctx = await aCtx(database.db())
  const { id } = await aCustomer(ctx.db)
  const address = {
    street: 'Rua dos Pinheiros',
    number: '870',
    city: 'São Paulo',
    state: 'SP',
    postalCode: '05422001',
    country: 'BR',
  }
  await aPoint(ctx.db, id, {
    channel: 'address',
    value: 'Rua dos Pinheiros, 870',
    normalized: 'rua',
    matchKey: null,
    address,
  })
  expect(await listPoints(ctx, alone(id))).toMatchObject([{ value: '****, São Paulo, SP', place: null }])
  const admin = await aCtx(ctx.db, 'admin')
  expect(await listPoints(admin, alone(id))).toMatchObject([
    { value: 'Rua dos Pinheiros, 870', place: 'São Paulo, SP · 05422-001' },
  ])
})

it('shows nothing of a customer out of scope', async () => {
  const db = database.db()
  const store = await aStore(db)
  const { id } = await aCustomer(db, { storeId: (await aStore(db)).id })
  const point = await aPoint(db, id)
  const ctx = await aCtx(db, 'seller', { kind: 'stores', storeIds: [store.id] })
  const customer = alone(id)
  expect([
    await listPoints(ctx, customer),
    await listRetired(ctx, customer),
    await listVersions(ctx, customer, point.id),
  ]).toEqual([[], [], []])
  expect(await getPoint(ctx, customer, point.id)).toBeNull()
})
