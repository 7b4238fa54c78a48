import { eq, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, outbox } from '@/db/schema'
import type { Viewer } from '@/lib/access/viewer'
import { env } from '@/lib/env'
import { scopedTo } from '@/lib/access/scope'
import { shownAddress } from '@/lib/privacy/shown-address'
import type { SendChannel } from '@/lib/sending/address'
import { transportOf } from './transport-of'
import { survivorIdOf } from '@/lib/customer-group/scope'
import type { Provider } from './webhooks/webhook-event'

/** The record to which a delivery was sent. `customers` is joined as its survivor, whose scope decides. */
export const member = alias(customers, 'member')
export const ofDelivery = eq(member.id, outbox.customerId)
export const ofMember = eq(customers.id, survivorIdOf(member))

/** Deliveries to customers in scope, and those to the staff for viewers with `outbox.manage`. Needs left joins of `member` and `customers`. */
export function visibleTo(viewer: Viewer): SQL | undefined {
  const ofCustomers = scopedTo(viewer) ?? isNotNull(outbox.customerId)
  return viewer.can('outbox.manage') ? or(isNull(outbox.customerId), ofCustomers) : ofCustomers
}

type Sent = { channel: SendChannel; provider: Provider | null }

/** Whether the offline outbox sent it, that is, nobody received it. Real messages are personal data, these are not. */
export const isOffline = ({ channel, provider }: Sent): boolean =>
  (provider ?? transportOf(channel).provider) === 'offline'

/** Whether events can be simulated. Not if a provider is configured, because a simulated complaint blocks the address for good. */
export const canSimulate = (sent: Sent): boolean => isOffline(sent) && transportOf(sent.channel).provider === 'offline'

export const readsInClear = (viewer: Viewer, sent: Sent): boolean =>
  isOffline(sent) || viewer.can('personal.read') || viewer.can('outbox.manage')

/** Masks the recipient. The offline outbox contains addresses of real customers too. */
export const shownRecipient = (viewer: Viewer, { channel, to }: { channel: SendChannel; to: string | null }) =>
  to && shownAddress(viewer, NO_REVEALS, { channel, address: to, pointId: null }).text

const NO_REVEALS: ReadonlySet<string> = new Set()

/**
 * Whether staff may read the links and codes of a message. A person who has them can act as the customer, or sign in as the user, so they are
 * shown only in a demo without any provider, where there is no other way to read them.
 */
export const showsSecrets = (sent: Sent): boolean =>
  env().DEMO === '1' && isOffline(sent) && CHANNELS.every((channel) => transportOf(channel).provider === 'offline')

/** One of each transport. */
const CHANNELS: SendChannel[] = ['email', 'sms', 'whatsapp']

/** Removes links, because whoever opens the link of a real message acts as the customer. */
export const withoutLinks = (text: string): string => text.replace(/https?:\/\/\S+/g, '[link]')
