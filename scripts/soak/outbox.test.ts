import { ownDatabase } from '@/lib/testing/own-database'
import { soak } from './outbox'

it('sends each of 300 e-mails exactly once, although the provider often fails and the worker is killed twice', async () => {
  const own = await ownDatabase()
  try {
    const outcome = await soak({ databaseUrl: own.url, sends: 300, kills: 2, perSecond: 1_000, limitMs: 55_000 })
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, killed: 2, states: { sent: 300 }, recorded: 300 })
    expect(outcome.provider.conflicts).toBe(0)
    for (const answer of ['failed', 'dropped', 'repeated'] as const) expect(outcome.provider[answer]).toBeGreaterThan(0)
  } finally {
    await own.drop()
  }
}, 90_000)
