import type { Primary } from '@/db/handles'
import { suppressions } from '@/db/schema'
import { recordCancellation, recordMarketingCancellation } from '@/lib/consents/record-cancellation'
import { lockGroup } from '@/lib/customer-group/lock'
import { recordActivity } from '@/lib/customer-group/touch'
import type { Purpose } from '@/lib/contact-policy/policy'
import { clockIds, type Ids } from '@/lib/values/ids'
import { addressHash, type SendChannel } from './address'

type Stop = {
  customerId: string
  sendId: string
  channel: SendChannel
  address: string
  at: Date
  requestId: string | null
  /** When we record it; `at` is when it happened. */
  now?: Date
  ids?: Ids
} & (
  | { why: 'bounced' | 'complained' }
  /** By the link in a message. `purposes`: what the page of the link named. */
  | { why: 'unsubscribed'; purposes: readonly Purpose[]; reason: string | null; textShown: string; ip: string | null }
  /** By a reply such as SAIR, `reason` is its text. */
  | { why: 'replied'; purposes: readonly Purpose[]; reason: string }
)

const BOTH: readonly Purpose[] = ['service', 'marketing']

/**
 * Suppresses an address and, after a complaint or an unsubscription, cancels the customer's consents. Call it inside a transaction that has
 * locked no customer yet. Returns false if nothing changed, as on a second call.
 */
export async function stopSending(tx: Primary, stop: Stop): Promise<boolean> {
  const { channel, address, at, why } = stop
  const byPerson = 'purposes' in stop
  const suppression = byPerson
    ? ({ reason: 'unsubscribed', purpose: 'marketing' } as const)
    : ({ reason: stop.why, purpose: 'all' } as const)
  await suppress(tx, { channel, address, at, ...suppression })
  if (why === 'bounced') return true
  const root = (await lockGroup(tx, stop.customerId))?.survivorId ?? stop.customerId
  const { requestId, now = new Date(), ids = clockIds } = stop
  let isChanged = false
  for (const cancelled of byPerson ? stop.purposes : BOTH) {
    const cancellation = { customerId: root, preference: channel, purpose: cancelled, evidence: evidenceOf(stop) }
    isChanged = (await recordCancellation(tx, { ...cancellation, at, now, requestId, ids })) || isChanged
  }
  if (!isChanged) return false
  await recordMarketingCancellation(tx, {
    customerId: root,
    id: ids.row(),
    channel,
    address,
    sendId: stop.sendId,
    at,
    origin: evidenceOf(stop).origin,
    reason: byPerson ? stop.reason : null,
  })
  await recordActivity(tx, root, at)
  return true
}

type Suppression = Omit<typeof suppressions.$inferInsert, 'addressHash'> & { address: string }

/** Suppresses an address, for all customers who have it. A second call changes nothing. */
export async function suppress(tx: Primary, { address, ...suppression }: Suppression): Promise<void> {
  await tx
    .insert(suppressions)
    .values({ ...suppression, addressHash: addressHash(address) })
    .onConflictDoNothing()
}

function evidenceOf(stop: Stop) {
  if (stop.why === 'replied') return { origin: 'reply' as const, reason: stop.reason }
  if (stop.why !== 'unsubscribed') return { origin: 'provider' as const }
  return { origin: 'public_link' as const, reason: stop.reason, textShown: stop.textShown, ip: stop.ip }
}
