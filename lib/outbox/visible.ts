import { isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { outbox } from '@/db/schema'
import type { Viewer } from '@/lib/auth/viewer'
import { scopedTo } from '@/lib/kernel/scope'
import { maskEmail, maskPhone } from '@/lib/personal/mask'
import type { SendChannel } from '@/lib/sending/address'
import { carrierOf } from './carrier-of'
import type { Provider } from './reports/report'

/** Mails to customers in scope; those to the staff only for who looks after the outbox. Needs `customers` joined to the left. */
export function visibleTo(viewer: Viewer): SQL | undefined {
  const ofCustomers = scopedTo(viewer) ?? isNotNull(outbox.customerId)
  return viewer.can('outbox.manage') ? or(isNull(outbox.customerId), ofCustomers) : ofCustomers
}

type Sent = { channel: SendChannel; provider: Provider | null }

/** Nothing leaves the house by the offline outbox: reading there is trying the portal out. Real mail is personal. */
export const isOffline = ({ channel, provider }: Sent): boolean => (provider ?? carrierOf(channel).provider) === 'offline'

export const readsInClear = (viewer: Viewer, sent: Sent): boolean =>
  isOffline(sent) || viewer.can('personal.read') || viewer.can('outbox.manage')

export function shownAddress(viewer: Viewer, sent: Sent & { to: string | null }): string | null {
  if (!sent.to || readsInClear(viewer, sent)) return sent.to
  return sent.channel === 'email' ? maskEmail(sent.to) : maskPhone(sent.to)
}

/** A link may act for the customer who got it, so that of a real message it is not shown to anybody. */
export const withoutLinks = (text: string): string => text.replace(/https?:\/\/\S+/g, '[link]')
