import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { auditChains, auditEvents, users } from '@/db/schema'
import { useTestDatabase } from '@/lib/testing/database'
import { GENESIS, link, rowDigest } from '@/lib/audit/chain'
import { verifyPassword } from '@/lib/auth/passwords'
import { seedDemo } from './demo'
import { DEMO_USERS } from './demo-users'

process.env.RETRATO_DATA = mkdtempSync(path.join(tmpdir(), 'retrato-demo-'))

const { db } = useTestDatabase()

test('one seeding is whole, and a second changes nothing', async () => {
  const made = await seedDemo(db())
  const before = await counts()
  expect(before).toMatchObject({ customers: made, found: made, chains: made })
  expect(await brokenChains()).toEqual([])

  const shown = DEMO_USERS[0]!
  const [row] = await db().select().from(users).where(eq(users.email, shown.email))
  expect(await verifyPassword(shown.password, row!.passwordHash)).toBe(true)

  expect(await seedDemo(db())).toBe(0)
  expect(await counts()).toEqual(before)
}, 60_000)

/** Customers whose events do not hash up to their chain's head. */
async function brokenChains(): Promise<string[]> {
  const reached = new Map<string, Buffer>()
  for (const event of await db().select().from(auditEvents).orderBy(auditEvents.customerId, auditEvents.seq)) {
    const hash = link(reached.get(event.customerId) ?? GENESIS, rowDigest(event))
    if (!hash.equals(event.hash)) return [`${event.customerId} at ${event.seq}`]
    reached.set(event.customerId, hash)
  }
  const heads = await db().select().from(auditChains)
  return heads
    .filter(({ customerId, hash }) => !reached.get(customerId)?.equals(hash))
    .map(({ customerId }) => customerId)
}

async function counts() {
  const { rows } = await db().execute<Record<string, number>>(sql`select
    (select count(*) from customers)::int as customers,
    (select count(distinct customer_id) from customer_names)::int as found,
    (select count(*) from audit_chains)::int as chains, (select count(*) from audit_events)::int as events,
    (select count(*) from contact_points)::int as points,
    (select count(*) from notes)::int as notes, (select count(*) from users)::int as users`)
  return rows[0]
}
