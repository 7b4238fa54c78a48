import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { customers, messages, sends } from '@/db/schema'
import type { Purpose } from '@/lib/contact-policy/policy'
import { i18n } from '@/lib/i18n/translator'
import { survivorIdOf } from '@/lib/customer-group/scope'
import { optionalText } from '@/lib/values/fields'
import { notFound, ok, type Result } from '@/lib/kernel/result'
import type { PublicContext } from '@/lib/kernel/context'
import { maskEmail, maskPhone } from '@/lib/privacy/mask'
import type { SendChannel } from './address'
import { findLink } from './links'
import { preferenceFor } from './reach'
import { stopSending } from './stop-sending'

export type Unsubscription = {
  channel: SendChannel
  purpose: Purpose
  /** Masked, because another person may have the link. */
  address: string
  /** The journey of the message, which the page names. */
  journey: string
  done: boolean
}

/** Returns the purposes that are cancelled by unsubscribing from a message: those of a service message include promotions. */
export const purposesCancelledWith = (purpose: Purpose): readonly Purpose[] =>
  purpose === 'service' ? ['service', 'marketing'] : ['marketing']

/** Returns what the link in a message cancels, or null if the link is unknown. Changes nothing. */
export async function readUnsubscription(
  publicCtx: PublicContext,
  token: string | undefined,
): Promise<Unsubscription | null> {
  const send = await sendOf(publicCtx, token)
  if (!send) return null
  const { channel, purpose, address, name: journey } = send
  const done = (await preferenceFor(publicCtx, send.root, channel, purpose))?.action === 'cancelled'
  return { channel, purpose, address: channel === 'email' ? maskEmail(address) : maskPhone(address), journey, done }
}

const input = z.object({ token: z.string(), reason: optionalText(300).optional() })

/** Cancels what the link's page names. A second call changes nothing. Refusal: `not_found`. */
export async function unsubscribe(
  publicCtx: PublicContext,
  data: unknown,
): Promise<Result<{ token: string; changed: boolean }>> {
  const parsed = input.safeParse(data)
  if (!parsed.success) return { ok: false, failure: { kind: 'invalid', fields: { reason: 'too_long' } } }
  const { token, reason = null } = parsed.data
  const send = await sendOf(publicCtx, token)
  if (!send) return notFound()
  const { customerId, sendId, channel, purpose, address } = send
  const textShown = i18n(publicCtx.locale).t(`sending.unsubscribe.statement.${purpose}`, {
    channel: i18n(publicCtx.locale).t(`customers.channels.${channel}`),
  })
  const stop = {
    customerId,
    sendId,
    channel,
    address,
    why: 'unsubscribed' as const,
    purposes: purposesCancelledWith(purpose),
    reason,
    textShown,
    ip: publicCtx.ipAddress,
  }
  const changed = await publicCtx.db.transaction((tx) =>
    stopSending(tx, {
      ...stop,
      at: publicCtx.now,
      now: publicCtx.now,
      requestId: publicCtx.requestId,
      ids: publicCtx.ids,
    }),
  )
  return ok({ token, changed })
}

async function sendOf(publicCtx: PublicContext, token: string | undefined) {
  const link = await findLink(publicCtx.db, 'unsubscribe', token, publicCtx.now)
  if (!link) return null
  const [row] = await publicCtx.db
    .select({
      customerId: sends.customerId,
      sendId: sends.id,
      channel: sends.channel,
      address: sends.address,
      purpose: messages.purpose,
      name: messages.name,
      root: survivorIdOf(customers),
    })
    .from(sends)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .innerJoin(customers, eq(customers.id, sends.customerId))
    .where(and(eq(sends.customerId, link.customerId), eq(sends.id, link.subjectId)))
  return row ?? null
}
