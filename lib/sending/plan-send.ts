import { and, eq } from 'drizzle-orm'
import { journeyMessages, journeys, messages, sendDocuments, sends, type DeliveryPayload } from '@/db/schema'
import type { CommandEvent } from '@/lib/kernel/command'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import type { Customer } from '@/lib/customer-group/lock'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { invalid, refused, type Failure } from '@/lib/kernel/result'
import { parseRecipient, type SendChannel } from './address'
import { issueLink } from './links'
import { sendRefusal, type Objection } from './policy'
import { queueDelivery } from './queue-delivery'
import { preferenceFor, reachBy, suppressionsOf } from './reach'
import { fillIn, toHtml } from './render'

export type SendPlan = {
  channel: SendChannel
  journeyId: string | null
  /** A message of the journey, or the text of an earlier one as it was kept. */
  message:
    | { journeyMessageId: string }
    | { name: string; subject: string | null; body: string; journeyMessageId: string | null; step: number | null }
  /** One of the customer's live points, or an address typed for this send. */
  to: { pointId: string } | { address: string }
  documents?: { id: string; title: string }[]
  /** E-mails only. */
  attachments?: DeliveryPayload['attachments']
  /** What `{{link}}` leads to; made once the send's id is known. */
  link?: (sendId: string) => Promise<string>
  resendOf?: string
  /** Why it goes out against the customer's wish. Needs `messages.override`. */
  overrideReason?: string | null
}

export type Planned =
  | { ok: true; sendId: string; address: string; told: CommandEvent }
  | { ok: false; failure: Failure }

/**
 * The one way out: every send to a customer is checked, kept and queued here, inside its command's transaction and under the customer's lock.
 * Refusals: `sending.<rule>` (see `SendRule`), `sending.no_point`, `sending.override_denied`; field `to`: `required`, `sending.bad_address`.
 */
export async function planSend(ctx: WriteCtx, customer: Customer, plan: SendPlan): Promise<Planned> {
  const target = await targetOf(ctx, customer.id, plan)
  if ('failure' in target) return { ok: false, failure: target.failure }
  const journey = plan.journeyId ? await findJourney(ctx, plan.journeyId) : null
  if (!journey) return refused('sending.no_journey')
  const message = await textOf(ctx, plan)
  if (!message) return refused('sending.no_message')
  const objection = sendRefusal({
    journey,
    messageChannel: message.channel,
    channel: plan.channel,
    point: target.point,
    preference: await preferenceFor(ctx, customer.id, plan.channel, journey.purpose),
    suppressions: await suppressionsOf(ctx, plan.channel, target.address),
  })
  const failure = objection && refusalOf(ctx, objection, plan.overrideReason)
  if (failure) return failure
  const overrideReason = objection ? plan.overrideReason! : null
  return keep(ctx, customer, plan, {
    address: target.address,
    pointId: target.point?.id ?? null,
    journey,
    message,
    overrideReason,
  })
}

async function targetOf(ctx: WriteCtx, customerId: string, { channel, to }: SendPlan) {
  const { points, at } = await reachBy(ctx, customerId, channel)
  if ('pointId' in to) {
    const point = points.find((p) => p.ids.includes(to.pointId))
    return point ? { point, address: point.address } : refused('sending.no_point')
  }
  if (!to.address.trim()) return invalid({ to: 'required' })
  const address = parseRecipient(channel, to.address)
  if (!address) return invalid({ to: 'sending.bad_address' })
  // A typed address that is one of the customer's keeps that point's bell, a removed one's too.
  return { point: at(address), address }
}

async function findJourney(ctx: WriteCtx, journeyId: string) {
  const [row] = await ctx.db.select().from(journeys).where(eq(journeys.id, journeyId))
  return row ?? null
}

async function textOf(ctx: WriteCtx, { message, journeyId, channel }: SendPlan) {
  if ('body' in message) return { ...message, channel }
  if (!journeyId) return null
  const [row] = await ctx.db
    .select()
    .from(journeyMessages)
    .where(and(eq(journeyMessages.id, message.journeyMessageId), eq(journeyMessages.journeyId, journeyId)))
  if (!row || row.retiredAt) return null
  return {
    name: row.name,
    subject: row.subject,
    body: row.body,
    journeyMessageId: row.id,
    step: row.step,
    channel: row.channel,
  }
}

function refusalOf(ctx: WriteCtx, objection: Objection, reason: string | null | undefined) {
  if (!reason || !objection.overridable) return refused(`sending.${objection.rule}`)
  return ctx.viewer.can('messages.override') ? null : refused('sending.override_denied')
}

type Kept = {
  address: string
  pointId: string | null
  journey: typeof journeys.$inferSelect
  message: NonNullable<Awaited<ReturnType<typeof textOf>>>
  overrideReason: string | null
}

async function keep(ctx: WriteCtx, customer: Customer, plan: SendPlan, kept: Kept): Promise<Planned> {
  const { journey, message, address } = kept
  const ids = idsOf(ctx)
  const [messageId, sendId] = [ids.row(), ids.row()]
  const fill = {
    name: customer.preferredName ?? customer.name,
    company: env().COMPANY_NAME,
    documents: plan.documents?.map((d) => d.title),
  }
  // A header is one line.
  const subject = message.subject && fillIn(message.subject, fill).replace(/\s+/g, ' ')
  const body = fillIn(message.body, fill)
  const at = { customerId: customer.id, createdAt: ctx.now }
  await ctx.db.insert(messages).values({
    ...at,
    id: messageId,
    journeyId: journey.id,
    journeyMessageId: message.journeyMessageId,
    step: message.step,
    name: message.name,
    channel: plan.channel,
    purpose: journey.purpose,
    subject,
    body,
  })
  await ctx.db.insert(sends).values({
    ...at,
    id: sendId,
    messageId,
    journeyId: journey.id,
    channel: plan.channel,
    address,
    pointId: kept.pointId,
    sentBy: ctx.viewer.userId,
    resendOf: plan.resendOf,
    overrideReason: kept.overrideReason,
    stateAt: ctx.now,
  })
  if (plan.documents?.length)
    await ctx.db
      .insert(sendDocuments)
      .values(plan.documents.map((d) => ({ customerId: customer.id, documentId: d.id, sendId })))
  const payload = await payloadOf(ctx, customer.id, sendId, plan, { to: address, subject, body })
  await queueDelivery(ctx.db, {
    kind: 'send',
    channel: plan.channel,
    customerId: customer.id,
    sendId,
    payload,
    now: ctx.now,
    ids,
  })
  return { ok: true, sendId, address, told: toldOf(customer.id, sendId, plan, kept) }
}

async function payloadOf(
  ctx: WriteCtx,
  customerId: string,
  sendId: string,
  plan: SendPlan,
  text: { to: string; subject: string | null; body: string },
): Promise<DeliveryPayload> {
  const link = text.body.includes('{{link}}') && plan.link ? await plan.link(sendId) : undefined
  const body = text.body.replaceAll('{{link}}', link ?? '').trim()
  if (plan.channel !== 'email') return { to: text.to, text: body }
  const unsubscribeUrl = await issueLink(ctx.db, 'unsubscribe', { customerId, subjectId: sendId, expiresAt: null })
  const { t } = i18n('pt-BR')
  const words = {
    button: t('sending.mail.button'),
    footer: t('sending.mail.footer', { company: env().COMPANY_NAME }),
    unsubscribe: t('sending.mail.unsubscribe'),
  }
  return {
    to: text.to,
    subject: text.subject ?? undefined,
    text: `${body}\n\n${words.footer}\n${words.unsubscribe}: ${unsubscribeUrl}`,
    html: toHtml(body, { link, unsubscribeUrl, ...words }),
    attachments: plan.attachments,
    unsubscribeUrl,
  }
}

const toldOf = (
  customerId: string,
  sendId: string,
  plan: SendPlan,
  { address, journey, message, overrideReason }: Kept,
): CommandEvent => ({
  event: plan.resendOf || plan.documents?.length ? 'message.resent' : 'message.sent',
  customerId,
  subject: `send:${sendId}`,
  after: { address, ...(overrideReason && { overrideReason }) },
  details: {
    channel: plan.channel,
    journey: journey.name,
    message: message.name,
    documents: plan.documents?.length ?? 0,
  },
})
