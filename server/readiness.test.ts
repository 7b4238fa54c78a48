import type { Pool } from 'pg'
import { databasePool } from '@/db/client'
import { openPool } from '@/db/pool'
import { ownDatabase } from '@/lib/testing/own-database'
import { readiness } from './readiness'

jest.mock('../db/client', () => ({ databasePool: jest.fn() }))

const respondWith = (query: () => Promise<unknown>) => jest.mocked(databasePool).mockReturnValue({ query } as never)
const migratedAt = (at: number) => async () => ({ rows: [{ at: String(at) }] })

describe('readiness', () => {
  it('is ready if the schema is this build’s or newer', async () => {
    respondWith(migratedAt(Number.MAX_SAFE_INTEGER))
    expect(await readiness()).toBe('ready')
  })

  it('is not ready while a migration is missing', async () => {
    respondWith(migratedAt(1))
    expect(await readiness()).toBe('migrations')
  })

  it('is not ready when the database cannot be reached', async () => {
    respondWith(async () => Promise.reject(new Error('refused')))
    expect(await readiness()).toBe('database')
  })

  it('is not ready while every connection of the pool is in use, and sends one query for concurrent probes', async () => {
    const own = await ownDatabase()
    const pool: Pool = openPool({ connectionString: own.url, max: 1 })
    pool.on('error', () => undefined)
    jest.mocked(databasePool).mockReturnValue(pool)
    const busy = await pool.connect()
    expect(await Promise.all([readiness(), readiness()])).toEqual(['database', 'database'])
    expect(pool.waitingCount).toBe(1)
    busy.release()
    expect(await readiness()).toBe('ready')
    await pool.end()
    await own.drop()
  })

  it('is not ready while the process shuts down', async () => {
    const { startDraining } = await import('./shutdown')
    startDraining()
    expect(await readiness()).toBe('draining')
  })
})
