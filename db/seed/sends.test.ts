import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { interactions, interactionTotals, journeyTotals, sends } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { recordInteraction } from '@/lib/sending/record-interaction'
import { seedDemo } from './demo'
import { STORIES } from './stories'

const { db } = useTestDatabase()

/** What recording one by one would leave: the states and the totals. */
async function standing(tx: Db, ids: string[]) {
  const byCustomer = <T extends { customerId: string }>(rows: T[]) => rows.map((row) => JSON.stringify(row)).sort()
  return {
    states: byCustomer(
      await tx
        .select({ customerId: sends.customerId, id: sends.id, state: sends.state, at: sends.stateAt })
        .from(sends)
        .where(inArray(sends.customerId, ids)),
    ),
    totals: byCustomer(await tx.select().from(interactionTotals).where(inArray(interactionTotals.customerId, ids))),
    journeys: byCustomer(await tx.select().from(journeyTotals).where(inArray(journeyTotals.customerId, ids))),
  }
}

test('the demo’s sends stand as recording their interactions one by one would leave them', async () => {
  await seedDemo(db())
  const [counted] = (
    await db().execute<{ rows: number; wrong: number }>(sql`
      select count(*)::int as rows, count(*) filter (where times is distinct from counted)::int as wrong
      from interaction_totals full join (select customer_id, test, channel, kind, count(*) as counted from interactions group by 1, 2, 3, 4) i
      using (customer_id, test, channel, kind)`)
  ).rows
  expect(counted).toMatchObject({ wrong: 0 })
  const crowd = await db().selectDistinct({ id: sends.customerId }).from(sends).orderBy(sends.customerId).limit(40)
  const ids = [
    ...new Set([STORIES.mariaClara, STORIES.optedOut, STORIES.mariaLaura, ...crowd.map(({ id }) => id)]),
  ].filter((id) => id !== STORIES.whale)
  const seeded = await standing(db(), ids)
  const happened = await db().select().from(interactions).where(inArray(interactions.customerId, ids))
  for (const table of [interactions, interactionTotals, journeyTotals])
    await db().delete(table).where(inArray(table.customerId, ids))
  await db()
    .update(sends)
    .set({ state: 'queued', stateAt: new Date(0) })
    .where(inArray(sends.customerId, ids))
  for (const { channel: _, journeyId: _journey, test: _test, ...each } of happened.reverse())
    await recordInteraction(db(), each)
  expect(await standing(db(), ids)).toEqual(seeded)
}, 60_000)

test('nothing was sent in the future, and the whale’s fifty thousand stand as all the others', async () => {
  const now = new Date()
  await seedDemo(db(), now)
  expect(await db().$count(interactions, eq(interactions.customerId, STORIES.whale))).toBe(50_000)
  const otherStates = sql`
    select s.id from sends s where s.customer_id = ${STORIES.whale} and not exists (
      select 1 from interactions i where i.customer_id = s.customer_id and i.send_id = s.id and i.kind = s.state and i.occurred_at = s.state_at)`
  expect((await db().execute(otherStates)).rows).toEqual([])
  const outOfTime = sql`
    select i.* from interactions i join customers c on c.id = i.customer_id join sends s on s.customer_id = i.customer_id and s.id = i.send_id
    where i.occurred_at > ${now.toISOString()} or i.occurred_at < s.created_at or s.created_at < c.created_at
      or (not i.test and i.kind <> 'failed' and i.occurred_at > c.last_interaction_at)`
  expect((await db().execute(outOfTime)).rows).toEqual([])
}, 60_000)
