import type { Primary } from '@/db/handles'
import { sweepRateLimits } from '@/lib/access/sweep'
import { sweepSessions } from '@/lib/auth/sweep'
import { giveUpLost } from '@/lib/documents/jobs/bring-back'
import { sweepExports } from '@/lib/exports/sweep'
import { sweepDrafts } from '@/lib/http/drafts/sweep'
import { sweepDeniedAttempts, sweepIdempotencyKeys } from '@/lib/kernel/sweep'
import { sweepWebhookEvents } from '@/lib/outbox/sweep'
import { sweepReveals } from '@/lib/privacy/sweep'
import { sweepSearches } from '@/lib/search/sweep'
import { sweepLinks } from '@/lib/sending/sweep'
import { sweepStaged } from '@/lib/storage/staged'
import { sweepTemporaryFolders } from '@/lib/storage/temporary-folder'
import { sweepInvitations } from '@/lib/users/sweep'

/** Each deletes the expired rows of its own tables, or old files. Their order does not matter, and a second run changes nothing. */
const SWEEPS: readonly ((db: Primary, now: Date) => Promise<unknown>)[] = [
  sweepReveals,
  sweepRateLimits,
  sweepSearches,
  sweepIdempotencyKeys,
  sweepDeniedAttempts,
  sweepDrafts,
  sweepSessions,
  sweepInvitations,
  sweepWebhookEvents,
  sweepLinks,
  giveUpLost,
  sweepExports,
  sweepStaged,
  (_db, now) => sweepTemporaryFolders(now),
]

/** Deletes or closes everything that has expired. */
export async function sweepAll(db: Primary, now: Date): Promise<void> {
  for (const sweep of SWEEPS) await sweep(db, now)
}
