import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@/db/client'
import type { Carrier, Outcome } from '@/lib/sending/carrier'
import { log } from '@/lib/log'
import { hindrance, type Claimed } from './claim'
import { closeGate } from './gate'
import { backoffMs, type OutboxSettings } from './settings'
import { bury, markSent, markTried, putBack, withhold } from './settle'

export type Delivering = {
  db: Db
  carrier: Carrier
  settings: OutboxSettings
  stopping: AbortSignal
  pauses: Map<string, number>
  /** Dates what comes of a delivery. Default: the present moment. */
  now?: () => Date
}

/** Hands one claimed delivery over in its turn and writes down what came of it. */
export async function deliver(claimed: Claimed, delivering: Delivering): Promise<void> {
  const { db, carrier, settings, now } = delivering
  if (claimed.objection) return withhold(db, claimed, carrier, claimed.objection, now?.())
  const reason = hindrance(claimed, carrier, settings.triesMax)
  if (reason || !claimed.payload) return bury(db, claimed, carrier, reason ?? 'too_many_tries', undefined, now?.())
  const turn = await turnCame(claimed, delivering)
  if (turn !== true) return putBack(db, claimed, { ms: turn, accepted: 'no', free: true })
  if (!carrier.idempotent && !(await markTried(db, claimed))) return
  const outcome = await handOver({ ...claimed, payload: claimed.payload }, carrier, settings.timeoutMs)
  await settle(claimed, outcome, delivering)
}

/** Waits for its turn; answers in how long it should come back when the portal stops or the provider asked for a pause meanwhile. */
async function turnCame(
  { inMs }: Claimed,
  { carrier, stopping, pauses, settings }: Delivering,
): Promise<true | number> {
  if (inMs > 0) await sleep(inMs, undefined, { signal: stopping }).catch(() => undefined)
  if (stopping.aborted) return 0
  const pausedMs = (pauses.get(carrier.provider) ?? 0) - Date.now()
  return pausedMs > 0 ? pausedMs + Math.random() * settings.backoffMs : true
}

async function handOver(
  parcel: Claimed & { payload: NonNullable<Claimed['payload']> },
  carrier: Carrier,
  timeoutMs: number,
): Promise<Outcome> {
  try {
    return await carrier.deliver(parcel, AbortSignal.timeout(timeoutMs))
  } catch (error) {
    log.error({ err: error, deliveryId: parcel.id, provider: carrier.provider }, 'a delivery failed in its adapter')
    return { kind: 'unknown' }
  }
}

async function settle(
  claimed: Claimed,
  outcome: Outcome,
  { db, carrier, settings, pauses, now }: Delivering,
): Promise<void> {
  const again = backoffMs(claimed.tries, settings)
  switch (outcome.kind) {
    case 'accepted':
      return markSent(db, claimed, carrier, outcome.providerId, now?.())
    case 'refused':
      return bury(db, claimed, carrier, outcome.code, outcome.detail)
    case 'wait': {
      const ms = outcome.seconds * 1000
      pauses.set(carrier.provider, Date.now() + ms)
      await closeGate(db, carrier, outcome.seconds)
      return putBack(db, claimed, { ms, accepted: 'no', free: true, detail: outcome.detail })
    }
    case 'later':
      if (claimed.tries >= settings.triesMax) return bury(db, claimed, carrier, 'too_many_tries', outcome.detail)
      return putBack(db, claimed, { ms: again, accepted: 'no', detail: outcome.detail })
    case 'unknown':
      if (!carrier.idempotent) return bury(db, claimed, carrier, 'outcome_unknown', outcome.detail)
      if (claimed.tries >= settings.triesMax) return bury(db, claimed, carrier, 'too_many_tries', outcome.detail)
      return putBack(db, claimed, { ms: again, accepted: 'maybe', detail: outcome.detail })
  }
}
