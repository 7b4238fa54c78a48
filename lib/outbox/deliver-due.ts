import type { Primary } from '@/db/handles'
import type { Transport } from '@/lib/sending/transport'
import { claimDue, dueChannels } from './claim'
import { deliver } from './deliver'
import { outboxSettings } from './settings'

/**
 * Hands everything that is due to one transport, message after message. For programs that run without a worker; `now` dates the deliveries.
 * Returns how many messages it handed over or gave up.
 */
export async function deliverDue(db: Primary, transport: Transport, now: () => Date): Promise<number> {
  const settings = outboxSettings()
  const delivering = { db, transport, settings, stopping: new AbortController().signal, pauses: new Map(), now }
  let count = 0
  for (const channel of await dueChannels(db)) {
    for (const claimed of await claimDue(db, transport, channel, { limit: 100, leaseMs: settings.leaseMs })) {
      await deliver(claimed, delivering)
      count++
    }
  }
  return count
}
