import { env } from '@/lib/env'

export type OutboxSettings = {
  /** How many deliveries one worker sends at once. */
  concurrency: number
  /** How long a claim is valid; longer than a request and the wait for its slot. */
  leaseMs: number
  timeoutMs: number
  triesMax: number
  backoffMs: number
  backoffMsMax: number
  /** How long an idle worker sleeps. */
  idleMs: number
}

export const outboxSettings = (): OutboxSettings => ({
  concurrency: env().OUTBOX_CONCURRENCY,
  leaseMs: 60_000,
  timeoutMs: 20_000,
  triesMax: 12,
  backoffMs: 2_000,
  backoffMsMax: 3_600_000,
  idleMs: 300,
})

/** Doubles with each try up to a maximum. Half of it is random, so that deliveries that failed together are not retried together. */
export function backoffMs(
  tries: number,
  { backoffMs: first, backoffMsMax }: OutboxSettings,
  chance = Math.random(),
): number {
  const whole = Math.min(first * 2 ** Math.max(tries - 1, 0), backoffMsMax)
  return Math.round(whole * (0.5 + chance / 2))
}
