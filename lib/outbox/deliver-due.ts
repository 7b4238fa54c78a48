import type { Primary } from '@/db/handles'
import type { Transport } from '@/lib/sending/transport'
import { claimDue, dueChannels } from './claim'
import { deliver } from './deliver'
import { outboxSettings } from './settings'

/**
 * Sends everything that is due by one transport, one message after the other, for programs without a worker. `now` is the time of each
 * delivery. Returns how many messages it has sent or given up.
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
