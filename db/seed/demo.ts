import { lockFor } from '@/db/advisory-locks'
import type { Db } from '@/db/client'
import { customers, stores, users, userStores } from '@/db/schema'
import { hashPassword } from '@/lib/auth/passwords'
import { sealAccepted, seedAcceptances } from './acceptances'
import { crowdOf } from './crowd/crowd'
import { DEMO_STORES } from './demo-stores'
import { DEMO_USERS } from './demo-users'
import { seedFiles, storeFiles } from './files'
import { seedJourneys } from './journeys'
import { seedCancellations, seedOutbox } from './outbox'
import { STORIES } from './stories'
import { allTales } from './tales/all'
import { sumUp } from './totals'
import { seedWhaleSends } from './whale-sends'
import { writeLives } from './write'

/** Everyone may know these passwords, and every browser test signs in with one. */
const DEMO_COST = { N: 2 ** 12, r: 8, p: 1 }

const CROWD = 400

/**
 * Fills a database without customers with the demo: stores, one user per role, and some four hundred customers with
 * their past, told as of `now`. All or nothing, but for the final documents of acceptances, which a job makes later if this one is ended. Returns how many customers it made: 0 when there were some already.
 */
export async function seedDemo(db: Db, now = new Date()): Promise<number> {
  const lives = [...allTales(now), ...crowdOf(now, CROWD)]
  const [known] = await db.select({ id: customers.id }).from(customers).limit(1)
  if (known) return 0
  const files = await storeFiles(lives)
  const made = await db.transaction(async (tx) => {
    await tx.execute(lockFor('demo'))
    const [any] = await tx.select({ id: customers.id }).from(customers).limit(1)
    if (any) return 0
    await seedStaff(tx)
    await seedJourneys(tx, now)
    await writeLives(tx, lives)
    await seedFiles(tx, files)
    await seedAcceptances(tx, lives)
    await seedWhaleSends(
      tx,
      lives.find(({ customer }) => customer.id === STORIES.whale)!,
    )
    await seedOutbox(tx)
    await seedCancellations(tx)
    await sumUp(tx)
    return lives.length
  })
  if (made) await sealAccepted(db, lives)
  return made
}

async function seedStaff(db: Db): Promise<void> {
  const hashes = await hashesOf(DEMO_USERS.map(({ password }) => password))
  await db.insert(stores).values([...DEMO_STORES])
  await db
    .insert(users)
    .values(
      DEMO_USERS.map(({ password, storeCodes: _, ...user }) => ({ ...user, passwordHash: hashes.get(password)! })),
    )
  const placed = DEMO_USERS.flatMap(({ id: userId, storeCodes }) =>
    DEMO_STORES.filter(({ code }) => storeCodes.includes(code)).map(({ id: storeId }) => ({ userId, storeId })),
  )
  await db.insert(userStores).values(placed)
}

/** One hash per distinct password. */
async function hashesOf(passwords: string[]): Promise<Map<string, string>> {
  const pairs = [...new Set(passwords)].map(
    async (password) => [password, await hashPassword(password, DEMO_COST)] as const,
  )
  return new Map(await Promise.all(pairs))
}
