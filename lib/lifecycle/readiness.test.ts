import { databasePool } from '@/db/client'
import { readiness } from './readiness'

jest.mock('../../db/client', () => ({ databasePool: jest.fn() }))

const answering = (query: () => Promise<unknown>) => jest.mocked(databasePool).mockReturnValue({ query } as never)
const applied = (at: number) => async () => ({ rows: [{ at: String(at) }] })

describe('readiness', () => {
  it('is ready on the newest schema, or on a newer one than this build knows', async () => {
    answering(applied(Number.MAX_SAFE_INTEGER))
    expect(await readiness()).toBe('ready')
  })

  it('waits for a migration that was not applied', async () => {
    answering(applied(1))
    expect(await readiness()).toBe('migrations')
  })

  it('gives the database half a second', async () => {
    jest.useFakeTimers()
    answering(() => new Promise(() => undefined))
    const asked = readiness()
    await jest.advanceTimersByTimeAsync(500)
    expect(await asked).toBe('database')
    jest.useRealTimers()
  })

  it('says so when the database cannot be reached', async () => {
    answering(async () => Promise.reject(new Error('refused')))
    expect(await readiness()).toBe('database')
  })

  it('turns away when draining', async () => {
    const { startDraining } = await import('./draining')
    startDraining()
    expect(await readiness()).toBe('draining')
  })
})
