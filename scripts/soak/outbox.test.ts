import { ownDatabase } from '@/lib/testing/own-database'
import { soak } from './outbox'

it('loses and doubles nothing of 300 sends while the provider has a bad day and the worker is killed twice', async () => {
  const own = await ownDatabase()
  try {
    const outcome = await soak({ databaseUrl: own.url, sends: 300, kills: 2, perSecond: 1_000, limitMs: 55_000 })
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, killed: 2, states: { sent: 300 }, recorded: 300 })
    expect(outcome.told.conflicts).toBe(0)
    for (const mood of ['failed', 'dropped', 'repeated'] as const) expect(outcome.told[mood]).toBeGreaterThan(0)
  } finally {
    await own.drop()
  }
}, 90_000)
