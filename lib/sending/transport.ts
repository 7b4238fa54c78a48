import type { DeliveryPayload } from '@/db/schema/outbox'
import type { PROVIDERS } from '@/db/schema/sending'
import type { SendChannel } from './address'

/** What a provider is handed; the id is its idempotency key, so that the same one handed over twice leaves once. */
export type OutboundMessage = {
  id: string
  channel: SendChannel
  customerId: string | null
  sendId: string | null
  payload: DeliveryPayload
}

/** A code under `sending.failures`. */
export type FailureCode =
  | 'rejected'
  | 'credentials'
  | 'not_set_up'
  | 'attachment_missing'
  | 'too_many_tries'
  | 'outcome_unknown'

/** What came of handing a message over. `later` and `wait` say for sure that nothing was accepted. */
export type Outcome =
  | { kind: 'accepted'; providerId: string | null }
  /** For good: trying again would change nothing. */
  | { kind: 'refused'; code: FailureCode; detail?: string }
  /** Too fast: everything for this provider waits. */
  | { kind: 'wait'; seconds: number; detail?: string }
  | { kind: 'later'; detail?: string }
  /** It may have been accepted. */
  | { kind: 'unknown'; detail?: string }

export type Transport = {
  provider: (typeof PROVIDERS)[number]
  /** Knows a repeated message by its key; one that does not is never asked twice after an unknown outcome. */
  idempotent: boolean
  /** Requests a second, over all workers; null: as many as come. */
  perSecond: number | null
  deliver: (message: OutboundMessage, signal: AbortSignal) => Promise<Outcome>
}

const NO_HINT_SECONDS = 2
const WAIT_SECONDS_MAX = 3_600

/** `Retry-After` in seconds: a number, or a date. */
export function retryAfter(header: string | null | undefined, now = Date.now()): number {
  const text = header?.trim()
  if (!text) return NO_HINT_SECONDS
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.1), WAIT_SECONDS_MAX) : NO_HINT_SECONDS
}
