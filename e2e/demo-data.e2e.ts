import { eq, gt, sql } from 'drizzle-orm'
import { Pool } from 'pg'
import { primaryOn } from '@/db/handles'
import { acceptances, contactPoints, customers, duplicatePairs, interactions, users } from '@/db/schema'
import { verifyAudit } from '@/lib/audit/verify'
import { DEMO_USERS } from '@/lib/auth/demo-users'
import { rutOf } from '@/lib/demo/population/numbers'
import { POPULATION } from '@/lib/demo/population/population'
import { seedDemo } from '@/lib/demo/seed-demo'
import { STORIES } from '@/lib/demo/story-ids'
import { verifyPassword } from '@/lib/auth/passwords'
import { pairIds } from '@/lib/duplicates/policy'
import { randomOf } from '@/lib/values/random'
import { isTaxId } from '@/lib/values/tax-id'

// Checking the history of 50,000 interactions takes long on a busy machine.
jest.setTimeout(300_000)

/** The demo data as it was before the portal started. Seeding takes long, so this file does not repeat it. */
const pool = new Pool({ connectionString: process.env.TEST_DEMO_URL })
const db = () => primaryOn(pool)
const seededAt = process.env.TEST_DEMO_SEEDED_AT!

afterAll(() => pool.end())

/** The number of rows that violate a rule. */
const found = async (statement: ReturnType<typeof sql>) => (await db().execute(statement)).rows

test('a second seeding changes nothing', async () => {
  expect(await seedDemo(db())).toBe(0)
  expect(await db().$count(customers)).toBe(Object.keys(STORIES).length + POPULATION)
})

test('customers have the same ids on every machine', async () => {
  const population = Array.from({ length: POPULATION }, (_, index) => randomOf(`population ${index}`).uuidV4())
  const rows = await db().select({ id: customers.id }).from(customers)
  expect(rows.map(({ id }) => id).sort()).toEqual([...Object.values(STORIES), ...population].sort())
})

test('the people who were registered twice are suggested as duplicates', async () => {
  const rows = await db().select().from(duplicatePairs).where(gt(duplicatePairs.probability, 0.8))
  const found = rows.map(({ customerId, otherId }) => `${customerId} ${otherId}`)
  const expected = [
    pairIds(STORIES.mistypedTaxId, STORIES.mistypedTaxIdAgain),
    pairIds(STORIES.marriedName, STORIES.marriedNameAgain),
    pairIds(STORIES.swappedBirthDate, STORIES.swappedBirthDateAgain),
  ].map(({ customerId, otherId }) => `${customerId} ${otherId}`)
  expect(found).toEqual(expect.arrayContaining(expected))
})

test('search finds every customer by name', async () => {
  const missing = sql`select id from customers c where not exists (select from customer_names n where n.customer_id = c.id)`
  expect(await found(missing)).toEqual([])
})

test('every chain of the history is valid', async () => {
  expect(await verifyAudit(db())).toMatchObject({ first: null })
})

test('demo users sign in with their password', async () => {
  const [row] = await db().select().from(users).where(eq(users.id, DEMO_USERS[0]!.id))
  expect(await verifyPassword(DEMO_USERS[0]!.password, row!.passwordHash)).toBe(true)
})

test('tax ids have valid check digits and belong to one customer each', async () => {
  const rows = await db().select().from(customers)
  const wrong = rows.filter(({ documentType: type, documentNumber: number }) => {
    if (type === 'cpf' || type === 'cnpj') return !isTaxId(type, number!)
    return type === 'rut' && rutOf(number!.slice(0, -1)) !== number
  })
  expect(wrong).toEqual([])
  const numbers = rows.flatMap(({ documentNumber }) => documentNumber ?? [])
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('e-mail addresses are of domains that are reserved for examples', async () => {
  const rows = await db().select().from(contactPoints).where(eq(contactPoints.channel, 'email'))
  expect(rows.filter(({ normalized }) => !/@(example\.(com|org|net)|[a-z]+\.example)$/.test(normalized))).toEqual([])
})

test('nothing happens in the future or before the customer was registered', async () => {
  const at = sql`${seededAt}::timestamptz`
  const events = sql`select e.* from audit_events e join customers c on c.id = e.customer_id where e.at > ${at} or e.at < c.created_at`
  const sends = sql`select s.id from sends s join customers c on c.id = s.customer_id where s.created_at > ${at} or s.created_at < c.created_at`
  const reports = sql`
    select i.send_id from interactions i join sends s on s.customer_id = i.customer_id and s.id = i.send_id
    where i.occurred_at > ${at} or i.occurred_at < s.created_at`
  for (const statement of [events, sends, reports]) expect(await found(statement)).toEqual([])
  expect(await found(sql`select id from customers where last_activity_at > ${at} - interval '1 hour'`)).not.toEqual([])
})

test('no message goes to a blocked contact point', async () => {
  const blocked = sql`
    select s.id from sends s join lateral (
      select event from audit_events e
      where e.customer_id = s.customer_id and e.subject = 'point:' || s.point_id and e.at < s.created_at
        and e.event in ('contact.blocked', 'contact.allowed')
      order by e.seq desc limit 1
    ) last on last.event = 'contact.blocked'`
  expect(await found(blocked)).toEqual([])
})

test('no message goes out against the latest consent of the customer', async () => {
  const against = sql`
    select s.id from sends s join messages m on m.customer_id = s.customer_id and m.id = s.message_id
    join lateral (
      select action from consents c
      where c.customer_id = s.customer_id and c.preference = s.channel and c.purpose = m.purpose and c.at < s.created_at
      order by c.id desc limit 1
    ) last on last.action = 'cancelled'`
  expect(await found(against)).toEqual([])
})

test('totals count the interactions', async () => {
  const wrong = sql`
    select * from interaction_totals t full join (
      select customer_id, test, channel, kind, count(*) as counted from interactions group by 1, 2, 3, 4
    ) i using (customer_id, test, channel, kind) where t.times is distinct from i.counted`
  expect(await found(wrong)).toEqual([])
})

test('the long history has 50,000 interactions and more than 1,200 changes', async () => {
  expect(await db().$count(interactions, eq(interactions.customerId, STORIES.longHistory))).toBe(50_000)
  const [row] = await found(
    sql`select count(*)::int as changes from audit_events where customer_id = ${STORIES.longHistory}`,
  )
  expect(row!.changes).toBeGreaterThan(1_200)
})

test('there is an acceptance of every outcome, and a final document for the accepted one', async () => {
  const rows = await db().select().from(acceptances).orderBy(acceptances.status)
  expect(rows.map(({ status, finalSha256 }) => [status, Boolean(finalSha256)])).toEqual([
    ['accepted', true],
    ['expired', false],
    ['refused', false],
    ['waiting', false],
  ])
})
