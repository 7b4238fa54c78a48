import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import { HELENA } from '@/lib/auth/demo-users'
import { dropDatabase, dropRole, ensureDatabase, withClient } from '@/scripts/database/databases'
import { migrateSchema } from '@/scripts/database/migrate-schema'
import { emptyIfInterrupted } from '@/scripts/database/run-seed'

jest.setTimeout(120_000)

const name = `seeded_${randomBytes(5).toString('hex')}`
const adminUrl = process.env.TEST_OWNER_URL ?? ''
const ownerUrl = new URL(adminUrl)
ownerUrl.pathname = `/${name}`

beforeAll(async () => {
  await ensureDatabase(adminUrl, name)
  await migrateSchema(ownerUrl.href, 'a password')
})

afterAll(async () => {
  await dropDatabase(adminUrl, name)
  await dropRole(adminUrl, `${name}_app`)
})

const owner = <T>(work: (client: Client) => Promise<T>) => withClient(ownerUrl.href, work)

/** Writes a customer and the demo's first user. Without a password hash this is what an interrupted seeding leaves behind. */
const plant = (passwordHash: string | null) =>
  owner(async (client) => {
    await client.query('truncate users, customers cascade')
    await client.query(
      "insert into users (id, name, email, role, scope, password_hash) values ($1, $2, $3, 'admin', 'all', $4)",
      [HELENA.id, HELENA.name, HELENA.email, passwordHash],
    )
    await client.query("insert into customers (id, kind, name) values (gen_random_uuid(), 'person', 'Maria')")
  })

const customers = async (client: Client) => (await client.query('select 1 from customers')).rowCount

test('empties a database in which seeding was interrupted', async () => {
  await plant(null)
  expect(await owner(emptyIfInterrupted)).toBe(true)
  expect(await owner(customers)).toBe(0)
})

test('does not change a database in which seeding was completed', async () => {
  await plant('a hash')
  expect(await owner(emptyIfInterrupted)).toBe(false)
  expect(await owner(customers)).toBe(1)
})
