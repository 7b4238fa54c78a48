import { eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, outbox } from '@/db/schema'
import type { Viewer } from '@/lib/access/viewer'
import { scopedTo } from '@/lib/access/scope'
import { maskEmail, maskPhone } from '@/lib/privacy/mask'
import type { SendChannel } from '@/lib/sending/address'
import { transportOf } from './transport-of'
import { survivorIdOf } from '@/lib/customer-group/scope'
import type { Provider } from './webhooks/report'

/** The record a delivery went to; `customers` beside it is the one that record was merged into, whose scope counts. */
export const member = alias(customers, 'member')
export const ofDelivery = eq(member.id, outbox.customerId)
export const ofMember = eq(customers.id, survivorIdOf(member))

/** Mails to customers in scope; those to the staff only for who looks after the outbox. Needs `member` and `customers` joined to the left. */
export function visibleTo(viewer: Viewer): SQL | undefined {
  const ofCustomers = scopedTo(viewer) ?? isNotNull(outbox.customerId)
  return viewer.can('outbox.manage') ? or(isNull(outbox.customerId), ofCustomers) : ofCustomers
}

type Sent = { channel: SendChannel; provider: Provider | null }

/** Nothing leaves the house by the offline outbox: reading there is trying the portal out. Real mail is personal. */
export const isOffline = ({ channel, provider }: Sent): boolean =>
  (provider ?? transportOf(channel).provider) === 'offline'

/** While nothing real is set up: a made-up complaint would silence an address for good. */
export const isPlayable = (sent: Sent): boolean => isOffline(sent) && transportOf(sent.channel).provider === 'offline'

export const readsInClear = (viewer: Viewer, sent: Sent): boolean =>
  isOffline(sent) || viewer.can('personal.read') || viewer.can('outbox.manage')

/** Personal whatever carried it: the offline outbox holds real customers' addresses too. */
export function shownAddress(
  viewer: Viewer,
  { channel, to }: { channel: SendChannel; to: string | null },
): string | null {
  if (!to || viewer.can('personal.read')) return to
  return channel === 'email' ? maskEmail(to) : maskPhone(to)
}

/** A link may act for the customer who got it, so that of a real message it is not shown to anybody. */
export const withoutLinks = (text: string): string => text.replace(/https?:\/\/\S+/g, '[link]')
