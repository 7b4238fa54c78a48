import { contactPoints } from '@/db/schema'
import { aCtx } from '@/lib/testing/builders'
import { useTestDatabase } from '@/lib/testing/database'
import { aPopulation, randomOf } from '@/lib/testing/report-population'
import { newId } from '@/lib/values/ids'
import { listByIds, listManyByIds } from './hits'

const { db } = useTestDatabase()

it('shows the same customers with the same points one by one and as hundreds at once', async () => {
  const { made, stores } = await aPopulation(db(), 150, 21)
  const random = randomOf(4)
  const instant = () => new Date(Date.UTC(2026, 0, 1) + random.number(1e9))
  const points = made.flatMap(({ id: customerId }) =>
    (['email', 'mobile', 'whatsapp', 'landline'] as const).flatMap((channel) =>
      Array.from({ length: random.number(3) }, (_, at) => ({
        customerId,
        id: newId(),
        channel,
        value: 'x',
        normalized: channel === 'email' ? `${newId()}@example.com` : `+55119${random.number(1e8)}`,
        createdAt: instant(),
        ...random.pick([
          {},
          { blockedAt: instant() },
          { retiredAt: instant() },
          at === 0 ? { primaryAt: instant() } : {},
        ]),
      })),
    ),
  )
  await db().insert(contactPoints).values(points)
  const ids = made.map(({ id }) => id)
  for (const ctx of [
    await aCtx(db(), 'compliance'),
    await aCtx(db(), 'manager', { kind: 'stores', storeIds: stores.slice(0, 1) }),
  ]) {
    const byId = (rows: { id: string }[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const one = byId(await listByIds(ctx, ids))
    expect(byId(await listManyByIds(ctx, ids))).toEqual(one)
    expect(one.length).toBeGreaterThan(20)
  }
})
