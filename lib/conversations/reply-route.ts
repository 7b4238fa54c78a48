import { and, eq, inArray, isNull } from 'drizzle-orm'
import { contactPoints, type conversations } from '@/db/schema'
import { groupIds } from '@/lib/customer-group/scope'
import { env } from '@/lib/env'
import type { WriteCtx } from '@/lib/kernel/context'
import { refused, type Failure } from '@/lib/kernel/result'
import type { SendChannel } from '@/lib/sending/address'

type Answered = Pick<typeof conversations.$inferSelect, 'channel' | 'address' | 'subject'>

type Route =
  | { ok: true; channel: SendChannel; address: string; subject: string | null }
  | { ok: false; failure: Failure }

/**
 * Where an answer goes: always to the address that the customer wrote from, and only while the customer has it in use. Refusals:
 * `conversations.chat_only`, `conversations.not_set_up`, `conversations.point_gone`, `sending.point_blocked`.
 */
export async function replyRoute(
  ctx: WriteCtx,
  customerId: string,
  { channel, address, subject }: Answered,
): Promise<Route> {
  if (channel === 'chat') return refused('conversations.chat_only')
  if (!isSetUp(channel)) return refused('conversations.not_set_up')
  const points = address ? await livePoints(ctx, customerId, address) : []
  if (!address || !points.length) return refused('conversations.point_gone')
  if (points.some(({ blockedAt }) => blockedAt)) return refused('sending.point_blocked')
  return { ok: true, channel, address, subject: channel === 'email' ? replySubject(subject) : null }
}

/** Zenvia sends WhatsApp and SMS each from a number of its own. Without any provider, messages stay in the offline outbox. */
function isSetUp(channel: SendChannel): boolean {
  const { ZENVIA_API_TOKEN, WHATSAPP_FROM, SMS_FROM } = env()
  if (channel === 'email' || !ZENVIA_API_TOKEN) return true
  return Boolean(channel === 'whatsapp' ? WHATSAPP_FROM : SMS_FROM)
}

/** The group's points with the address, in any channel: a number may be registered as a mobile only. */
const livePoints = (ctx: WriteCtx, customerId: string, address: string) =>
  ctx.db
    .select({ blockedAt: contactPoints.blockedAt })
    .from(contactPoints)
    .where(
      and(
        inArray(contactPoints.customerId, groupIds(customerId)),
        eq(contactPoints.normalized, address),
        isNull(contactPoints.retiredAt),
      ),
    )

const SUBJECT_MAX = 300

const replySubject = (subject: string | null): string => {
  if (!subject) return 'Re:'
  return (/^re:/i.test(subject) ? subject : `Re: ${subject}`).slice(0, SUBJECT_MAX)
}
