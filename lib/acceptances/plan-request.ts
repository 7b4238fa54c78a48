import type { WriteCtx } from '@/lib/kernel/context'
import type { SendChannel } from '@/lib/sending/address'
import type { Destination } from '@/lib/sending/destination'
import { acceptanceLinkUntil, issueLink } from '@/lib/sending/links'
import type { SendPlan } from '@/lib/sending/send-plan'

type Request = {
  /** The acceptance's id. */
  id: string
  document: { id: string; customerId: string; title: string; journeyId: string | null }
  channel: SendChannel
  journeyMessageId: string
  to: Destination
  overrideReason: string | null
  expiresAt: Date
}

/** The plan for the first message of an acceptance, with the link to it. */
export const planOf = (ctx: WriteCtx, request: Request): SendPlan => ({
  channel: request.channel,
  journeyId: request.document.journeyId,
  message: { journeyMessageId: request.journeyMessageId },
  to: request.to,
  documents: [{ id: request.document.id, title: request.document.title }],
  link: () =>
    issueLink(ctx.db, 'acceptance', {
      customerId: request.document.customerId,
      subjectId: request.id,
      expiresAt: acceptanceLinkUntil(request.expiresAt),
    }),
  overrideReason: request.overrideReason,
})
