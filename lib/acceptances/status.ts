import type { ACCEPTANCE_STATUSES } from '@/db/schema/acceptances'

export type AcceptanceStatus = (typeof ACCEPTANCE_STATUSES)[number]

/** Returns the current status. An acceptance counts as expired when its time is over, even before the job has recorded it. */
export const statusAt = (
  { status, expiresAt }: { status: AcceptanceStatus; expiresAt: Date },
  now: Date,
): AcceptanceStatus => (status === 'waiting' && expiresAt <= now ? 'expired' : status)
