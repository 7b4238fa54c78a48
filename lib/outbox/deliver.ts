import { setTimeout as sleep } from 'node:timers/promises'
import type { Primary } from '@/db/handles'
import type { Transport, Outcome } from '@/lib/sending/transport'
import { log } from '@/lib/log'
import { blockingReason, type Claimed } from './claim'
import { pauseProvider } from './rate-limit'
import { backoffMs, type OutboxSettings } from './settings'
import { deadLetter, markSent, markTried, reschedule, withhold } from './settle'

export type Delivering = {
  db: Primary
  transport: Transport
  settings: OutboxSettings
  stopping: AbortSignal
  pauses: Map<string, number>
  /** The time of the outcome. Default: the current time. */
  now?: () => Date
}

/** Sends one claimed delivery when the rate limit allows it, and records the outcome. */
export async function deliver(claimed: Claimed, delivering: Delivering): Promise<void> {
  const { db, transport, settings, now } = delivering
  if (claimed.objection) return withhold(db, claimed, transport, claimed.objection, now?.())
  const reason = blockingReason(claimed, transport, settings.triesMax)
  if (reason || !claimed.payload)
    return deadLetter(db, claimed, transport, reason ?? 'too_many_tries', undefined, now?.())
  const retryInMs = await waitForSlot(claimed, delivering)
  if (retryInMs !== null) return reschedule(db, claimed, { ms: retryInMs, accepted: 'no', free: true })
  if (!transport.idempotent && !(await markTried(db, claimed))) return
  const outcome = await handOver({ ...claimed, payload: claimed.payload }, transport, settings.timeoutMs)
  await settle(claimed, outcome, delivering)
}

/** Waits for the delivery's slot. Returns null, or the milliseconds until a retry if the portal stops or the provider has asked for a pause. */
async function waitForSlot(
  { delayMs }: Claimed,
  { transport, stopping, pauses, settings }: Delivering,
): Promise<number | null> {
  if (delayMs > 0) await sleep(delayMs, undefined, { signal: stopping }).catch(() => undefined)
  if (stopping.aborted) return 0
  const pausedMs = (pauses.get(transport.provider) ?? 0) - Date.now()
  return pausedMs > 0 ? pausedMs + Math.random() * settings.backoffMs : null
}

async function handOver(
  message: Claimed & { payload: NonNullable<Claimed['payload']> },
  transport: Transport,
  timeoutMs: number,
): Promise<Outcome> {
  try {
    return await transport.deliver(message, AbortSignal.timeout(timeoutMs))
  } catch (error) {
    log.error({ err: error, deliveryId: message.id, provider: transport.provider }, 'a delivery failed in its adapter')
    return { kind: 'unknown' }
  }
}

async function settle(
  claimed: Claimed,
  outcome: Outcome,
  { db, transport, settings, pauses, now }: Delivering,
): Promise<void> {
  const retryInMs = backoffMs(claimed.tries, settings)
  switch (outcome.kind) {
    case 'accepted':
      return markSent(db, claimed, transport, outcome.providerId, now?.())
    case 'refused':
      return deadLetter(db, claimed, transport, outcome.code, outcome.detail)
    case 'wait': {
      const ms = outcome.seconds * 1000
      pauses.set(transport.provider, Date.now() + ms)
      await pauseProvider(db, transport, outcome.seconds)
      return reschedule(db, claimed, { ms, accepted: 'no', free: true, detail: outcome.detail })
    }
    case 'later':
      if (claimed.tries >= settings.triesMax)
        return deadLetter(db, claimed, transport, 'too_many_tries', outcome.detail)
      return reschedule(db, claimed, { ms: retryInMs, accepted: 'no', detail: outcome.detail })
    case 'unknown':
      if (!transport.idempotent) return deadLetter(db, claimed, transport, 'outcome_unknown', outcome.detail)
      if (claimed.tries >= settings.triesMax)
        return deadLetter(db, claimed, transport, 'too_many_tries', outcome.detail)
      return reschedule(db, claimed, { ms: retryInMs, accepted: 'maybe', detail: outcome.detail })
  }
}
