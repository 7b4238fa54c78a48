import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { dropDatabase, dropRole, ensureDatabase, withClient } from '@/scripts/database/databases'
import type { AppRole } from '@/scripts/database/app-role'
import { migrateSchema } from '@/scripts/database/migrate-schema'

jest.setTimeout(60_000)

const name = `migrated_${randomBytes(5).toString('hex')}`
const ownerUrl = new URL(process.env.TEST_OWNER_URL ?? '')
ownerUrl.pathname = `/${name}`
const adminUrl = process.env.TEST_OWNER_URL ?? ''
let roles: AppRole[]
let app: Client

beforeAll(async () => {
  await ensureDatabase(adminUrl, name)
  roles = await Promise.all(['first', 'first'].map((password) => migrateSchema(ownerUrl.href, password)))
  app = new Client({ connectionString: roles[0]!.url })
  await app.connect()
})

afterAll(async () => {
  await app.end()
  await dropDatabase(adminUrl, name)
  await dropRole(adminUrl, `${name}_app`)
})

test('two processes that migrate at the same time both succeed, and a later migration changes nothing', async () => {
  expect(roles[0]).toEqual(roles[1])
  await expect(migrateSchema(ownerUrl.href, 'first')).resolves.toEqual(roles[0])
})

test('a new password replaces the old one', async () => {
  const { url } = await migrateSchema(ownerUrl.href, 'second')
  await expect(withClient(url, (client) => client.query('select 1'))).resolves.toBeDefined()
  await expect(withClient(roles[0]!.url, (client) => client.query('select 1'))).rejects.toThrow('password')
})

test.each([
  ['change history', "update audit_events set event = 'x'"],
  ['delete history', 'delete from audit_events'],
  ['empty history', 'truncate audit_events'],
  ['change consents', "update consents set origin = 'admin'"],
  ['delete consents', 'delete from consents'],
  ['alter a table', 'alter table customers add column extra text'],
  ['drop a table', 'drop table notes'],
  ['create a table', 'create table extra (id int)'],
  [
    'add a trigger',
    'create trigger t before insert on notes for each row execute function suppress_redundant_updates_trigger()',
  ],
  ['create a queue table', 'create table pgboss.extra (id int)'],
  ['delete a recorded migration', 'delete from drizzle.__drizzle_migrations'],
])("the application's role may not %s", async (_, statement) => {
  await expect(app.query(statement)).rejects.toThrow(/permission denied|must be owner/)
})

test("the application's role reads and writes rows", async () => {
  await app.query('begin')
  await app.query('select * from audit_events limit 1')
  await app.query("insert into stores (id, code, name) values (gen_random_uuid(), 'x', 'X')")
  const { rowCount } = await app.query("update stores set name = 'Y'")
  await app.query('delete from stores')
  await app.query('rollback')
  expect(rowCount).toBe(1)
})
