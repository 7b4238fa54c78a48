import { setMaxListeners } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Primary } from '@/db/handles'
import { database } from '@/db/client'
import { log } from '@/lib/log'
import type { SendChannel } from '@/lib/sending/address'
import type { Transport } from '@/lib/sending/transport'
import { transportOf } from './transport-of'
import { claimDue, dueChannels } from './claim'
import { deliver } from './deliver'
import { outboxSettings, type OutboxSettings } from './settings'

type Options = { db: Primary; transport: (channel: SendChannel) => Transport; settings: OutboxSettings }

export type Outbox = { stop: () => Promise<void> }

const RETRY_MS = 2_000

/**
 * Sends due deliveries until it is stopped. Several processes may run this at once. Stopping waits for requests in progress and returns the
 * other claimed deliveries. If the process is killed, its deliveries are claimed again when their leases end.
 */
export function runOutbox({ db, transport, settings }: Options): Outbox {
  const stopping = new AbortController()
  // Every delivery that waits for its slot adds a listener.
  setMaxListeners(0, stopping.signal)
  const pauses = new Map<string, number>()
  const inFlight = new Set<Promise<void>>()

  const take = async (channel: SendChannel): Promise<number> => {
    const limit = settings.concurrency - inFlight.size
    if (limit <= 0) return 0
    const claimed = await claimDue(db, transport(channel), channel, { limit, leaseMs: settings.leaseMs })
    for (const delivery of claimed) {
      const done = deliver(delivery, { db, transport: transport(channel), settings, stopping: stopping.signal, pauses })
        .catch((error: unknown) =>
          log.error({ err: error, deliveryId: delivery.id }, 'a delivery could not be settled'),
        )
        .finally(() => inFlight.delete(done))
      inFlight.add(done)
    }
    return claimed.length
  }

  /** Claims again when half of the slots are free, because claiming in batches is much cheaper than one by one. */
  const round = async (): Promise<void> => {
    if (inFlight.size > settings.concurrency / 2) return void (await Promise.race(inFlight))
    let taken = 0
    for (const channel of await dueChannels(db)) taken += await take(channel)
    if (!taken) await sleep(settings.idleMs, undefined, { signal: stopping.signal }).catch(() => undefined)
  }

  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round().catch(async (error: unknown) => {
        log.error({ err: error }, 'the outbox failed to look for work')
        await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
      })
    }
    await Promise.all(inFlight)
  })()

  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

const shared = globalThis as typeof globalThis & { retratoOutbox?: Outbox | undefined }

export function startOutbox(): void {
  shared.retratoOutbox ??= runOutbox({ db: database('jobs'), transport: transportOf, settings: outboxSettings() })
}

export async function stopOutbox(): Promise<void> {
  const running = shared.retratoOutbox
  shared.retratoOutbox = undefined
  await running?.stop()
}
