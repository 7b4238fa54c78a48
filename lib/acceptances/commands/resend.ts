import { and, eq } from 'drizzle-orm'
import { documents, messages, sends } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { detailsOf, listEvidence } from '@/lib/evidence/evidence'
import { succeed } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound, refused } from '@/lib/kernel/result'
import { linkToDocuments } from '@/lib/sending/link-to-documents'
import { planSend } from '@/lib/sending/plan-send'
import { findLivePoint } from '../live-point'
import { lockOwnAcceptance } from '../lock-own'
import { resending } from '../schema'
import type { Acceptance } from '../signing/lock'
import { statusAt } from '../status'
import { entryOf } from '../history-entry'

/**
 * Sends the message of a waiting request again, with a new link, to the same address. Another address needs another request.
 * Refusals: `acceptances.not_waiting`, `acceptances.not_on_file` (the point was changed or removed meanwhile), and those of `planSend`.
 */
export const resendRequest = customerCommand({
  event: 'acceptance.resent',
  permission: 'messages.send',
  input: resending,
  run: async (ctx, customer, { acceptanceId, overrideReason }) => {
    const acceptance = await lockOwnAcceptance(ctx, customer.id, acceptanceId)
    if (!acceptance) return notFound()
    if (statusAt(acceptance, ctx.now) !== 'waiting') return refused('acceptances.not_waiting')
    const { customerId, documentId, channel, address } = acceptance
    const point = await findLivePoint(ctx, customer.id, channel, address)
    if (!point) return refused('acceptances.not_on_file')
    const sent = await firstMessage(ctx, customer.id, acceptance)
    const document = { customerId, id: documentId, title: await titleOf(ctx, acceptance) }
    if (!sent) return refused('sending.no_message')
    const planned = await planSend(ctx, customer, {
      channel,
      ...sent,
      to: { pointId: point.id },
      documents: [document],
      link: (send) => linkToDocuments(ctx, customer.id, send, [document]),
      overrideReason,
    })
    if (!planned.ok) return planned
    await touchCustomer(ctx, customer.id)
    return succeed({ customerId: customer.id, acceptanceId }, entryOf(customer, acceptance), planned.event)
  },
})

/** The journey and the stored text of the first message of a request, which the evidence names. */
async function firstMessage(ctx: WriteCtx, customerId: string, acceptance: Acceptance) {
  const evidence = (await listEvidence(ctx.db, acceptance)).map((row) => detailsOf(row).sendId)
  const sendId = evidence.find((id) => typeof id === 'string')
  if (!sendId) return null
  const [row] = await ctx.db
    .select({ journeyId: sends.journeyId, resendOf: sends.id, message: messages })
    .from(sends)
    .innerJoin(messages, and(eq(messages.customerId, sends.customerId), eq(messages.id, sends.messageId)))
    .where(eq(sends.id, String(sendId)))
    .limit(1)
  if (!row) return null
  const { name, subject, body, journeyMessageId, step } = row.message
  return { journeyId: row.journeyId, resendOf: row.resendOf, message: { name, subject, body, journeyMessageId, step } }
}

async function titleOf(ctx: WriteCtx, { customerId, documentId }: Acceptance): Promise<string> {
  const key = and(eq(documents.customerId, customerId), eq(documents.id, documentId))
  const [row] = await ctx.db.select({ title: documents.title }).from(documents).where(key)
  return row!.title
}
