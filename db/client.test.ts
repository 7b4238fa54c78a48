import { Client } from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownDatabase } from '@/lib/testing/own-database'
import { databasePool } from './client'

let own: Awaited<ReturnType<typeof ownDatabase>>

beforeAll(async () => {
  own = await ownDatabase()
  process.env.DATABASE_URL = own.url
})
afterAll(async () => {
  await databasePool().end()
  await own.drop()
})

const backend = async () => (await databasePool().query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid

it('does not close a connection that has been idle for an hour', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] })
  const first = await backend()
  jest.advanceTimersByTime(3_600_000)
  jest.useRealTimers()
  expect(await backend()).toBe(first)
})

it('opens a new connection after Postgres has closed an idle one', async () => {
  const first = await backend()
  const other = new Client({ connectionString: own.url })
  await other.connect()
  await other.query('select pg_terminate_backend($1)', [first])
  await other.end()
  while (databasePool().totalCount > 0) await sleep(10)
  expect(await backend()).not.toBe(first)
})
