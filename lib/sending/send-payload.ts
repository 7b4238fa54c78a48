import type { DeliveryPayload } from '@/db/schema'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import type { WriteCtx } from '@/lib/kernel/context'
import { issueLink } from './links'
import { toHtml } from './render'
import type { SendPlan } from './send-plan'

type Filled = { customerId: string; sendId: string; to: string; subject: string | null; body: string }

/** What the transport gets: the text with its link, and for an e-mail also the footer and the link that cancels messages. */
export async function sendPayload(
  ctx: WriteCtx,
  plan: SendPlan,
  { customerId, sendId, to, subject, body }: Filled,
): Promise<DeliveryPayload> {
  const link =
    body.includes('{{link}}') && plan.link ? await plan.link({ sendId, channel: plan.channel, address: to }) : undefined
  const text = body.replaceAll('{{link}}', link ?? '').trim()
  if (plan.channel !== 'email') return { to, text }
  const unsubscribeUrl = await issueLink(ctx.db, 'unsubscribe', { customerId, subjectId: sendId, expiresAt: null })
  const { t } = i18n('pt-BR')
  const words = {
    button: t('sending.mail.button'),
    footer: t('sending.mail.footer', { company: env().COMPANY_NAME }),
    unsubscribe: t('sending.mail.unsubscribe'),
  }
  return {
    to,
    subject: subject ?? undefined,
    text: `${text}\n\n${words.footer}\n${words.unsubscribe}: ${unsubscribeUrl}`,
    html: toHtml(text, { link, unsubscribeUrl, ...words }),
    attachments: plan.attachments,
    unsubscribeUrl,
  }
}
