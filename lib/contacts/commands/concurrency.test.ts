import { and, eq, isNotNull } from 'drizzle-orm'
import { contactPoints, contactPointVersions } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { aCtx, aCustomer, aPoint } from '@/lib/testing/builders'
import { allowPoint } from './allow'
import { blockPoint } from './block'
import { changePoint } from './change'
import { makePrimary } from './make-primary'

const database = useTestDatabase()
const CLIENTS = 32
const ROUNDS = 4

const email = (name: string) => ({
  value: `${name}@example.com`,
  normalized: `${name}@example.com`,
  matchKey: `${name}@example.com`,
})

it('has at most one primary, never a blocked one, and aborts no request, when 32 clients act at once', async () => {
  const db = database.pool()
  const customer = await aCustomer(db)
  const points = await Promise.all(['a', 'b', 'c'].map((name) => aPoint(db, customer.id, email(name))))
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => aCtx(db)))
  const presses = [makePrimary, blockPoint, makePrimary, allowPoint]

  const outcomes = await Promise.all(
    clients.map(async (ctx, client) => {
      const results = []
      for (let round = 0; round < ROUNDS; round++) {
        const press = presses[(client + round) % presses.length]!
        const point = points[(client * 7 + round) % points.length]!
        results.push(await press(ctx, { customerId: customer.id, pointId: point.id }))
        const stars = await db
          .select()
          .from(contactPoints)
          .where(and(eq(contactPoints.customerId, customer.id), isNotNull(contactPoints.primaryAt)))
        expect(stars.length).toBeLessThanOrEqual(1)
        expect(stars.every((p) => !p.blockedAt)).toBe(true)
      }
      return results
    }),
  )
  const refusals = outcomes.flat().flatMap((r) => (r.ok ? [] : [r.failure]))
  expect(refusals.every((f) => f.kind === 'invalid' && f.code === 'contacts.blocked_not_primary')).toBe(true)
}, 60_000)

it('accepts one of two concurrent edits and answers the other with the current values', async () => {
  const db = database.pool()
  const customer = await aCustomer(db)
  const point = await aPoint(db, customer.id, email('antes'))
  const edit = async (value: string) =>
    changePoint(await aCtx(db, 'admin'), { customerId: customer.id, pointId: point.id, version: '1', value })
  const results = await Promise.all([edit('primeira@example.com'), edit('segunda@example.com')])
  const [row] = await db.select().from(contactPoints).where(eq(contactPoints.id, point.id))
  const lost = results.find((r) => !r.ok)
  expect(results.filter((r) => r.ok)).toHaveLength(1)
  expect(lost).toMatchObject({
    failure: { kind: 'conflict', code: 'stale', current: { value: row!.value, version: '2' } },
  })
  const versions = await db.select().from(contactPointVersions).where(eq(contactPointVersions.pointId, point.id))
  expect(versions.map((v) => v.value)).toEqual(['antes@example.com'])
})
