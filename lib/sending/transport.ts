import type { DeliveryPayload } from '@/db/schema/outbox'
import type { PROVIDERS } from '@/db/schema/sending'
import type { SendChannel } from './address'

/** The message for a provider. Its id is the idempotency key, so that the provider sends it once even if it gets it twice. */
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

/** The outcome of a request to the provider. After `later` and `wait` it is certain that nothing was accepted. */
export type Outcome =
  | { kind: 'accepted'; providerId: string | null }
  /** Permanently: a retry would not help. */
  | { kind: 'refused'; code: FailureCode; detail?: string }
  /** The rate limit is exceeded: all deliveries to this provider wait. */
  | { kind: 'wait'; seconds: number; detail?: string }
  | { kind: 'later'; detail?: string }
  /** It may have been accepted. */
  | { kind: 'unknown'; detail?: string }

export type Transport = {
  provider: (typeof PROVIDERS)[number]
  /** Whether it deduplicates by key. If not, an unknown outcome is never retried. */
  idempotent: boolean
  /** Requests a second over all workers; null means no limit. */
  perSecond: number | null
  deliver: (message: OutboundMessage, signal: AbortSignal) => Promise<Outcome>
}

const NO_HINT_SECONDS = 2
const WAIT_SECONDS_MAX = 3_600

/** Parses `Retry-After`, which is a number of seconds or a date. Returns seconds. */
export function retryAfter(header: string | null | undefined, now = Date.now()): number {
  const text = header?.trim()
  if (!text) return NO_HINT_SECONDS
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0.1), WAIT_SECONDS_MAX) : NO_HINT_SECONDS
}
