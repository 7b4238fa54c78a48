import { env } from '@/lib/env'

export type OutboxSettings = {
  /** Handed over at once by one worker. */
  concurrency: number
  /** How long a worker may hold what it claimed; longer than a request and its turn take. */
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

/** Doubles with every try up to its most; half of it is chance, so that what failed together does not come back together. */
export function backoffMs(
  tries: number,
  { backoffMs: first, backoffMsMax }: OutboxSettings,
  chance = Math.random(),
): number {
  const whole = Math.min(first * 2 ** Math.max(tries - 1, 0), backoffMsMax)
  return Math.round(whole * (0.5 + chance / 2))
}
