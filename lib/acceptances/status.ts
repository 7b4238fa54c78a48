import type { ACCEPTANCE_STATUSES } from '@/db/schema/acceptances'

export type AcceptanceStatus = (typeof ACCEPTANCE_STATUSES)[number]

/** What an acceptance is now: one whose time is up counts as expired before the job has written it down. */
export const statusAt = (
  { status, expiresAt }: { status: AcceptanceStatus; expiresAt: Date },
  now: Date,
): AcceptanceStatus => (status === 'waiting' && expiresAt <= now ? 'expired' : status)
