import { and, count, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptanceEvents, type DeliveryPayload } from '@/db/schema'
import { env } from '@/lib/env'
import { i18n } from '@/lib/i18n/translator'
import { invalid, ok, refused, type Result } from '@/lib/kernel/result'
import type { PublicContext } from '@/lib/kernel/context'
import { fieldsOf } from '@/lib/kernel/field-errors'
import { queueDelivery } from '@/lib/sending/queue-delivery'
import { toHtml } from '@/lib/sending/render'
import { CODE_MINUTES, CODE_PAUSE_SECONDS, codeHash, CODES_MAX, newCode } from '../code'
import { addEvidence } from '@/lib/evidence/evidence'
import { statusAt } from '../status'
import { change, lockAcceptanceByToken, type Acceptance } from './lock'
import { codeInput } from './schema'

/**
 * Sends a code to the address of the link. The previous code becomes invalid.
 * Refusals: `acceptances.link_gone`, `acceptances.expired`, `acceptances.cancelled`, `acceptances.decided`, `acceptances.code_too_soon` (seconds), `acceptances.code_limit`.
 */
export async function sendCode(publicCtx: PublicContext, data: unknown): Promise<Result<{ token: string }>> {
  const parsed = codeInput.safeParse(data)
  if (!parsed.success) return invalid(fieldsOf(parsed.error))
  const { token } = parsed.data
  return publicCtx.db.transaction(async (tx) => {
    const acceptance = await lockAcceptanceByToken(tx, publicCtx, token)
    if (!acceptance) return refused('acceptances.link_gone')
    const objection = await sendRefusal(tx, acceptance, publicCtx.now)
    if (objection) return objection
    const code = newCode()
    const { now: at, ipAddress: ip, userAgent } = publicCtx
    await change(tx, acceptance, {
      codeHash: codeHash(acceptance.id, code),
      codeSentAt: at,
      codeExpiresAt: after(at, CODE_MINUTES * 60),
      codeTries: 0,
    })
    await queueDelivery(tx, {
      kind: 'acceptance_code',
      channel: acceptance.channel,
      customerId: acceptance.customerId,
      payload: messageOf(publicCtx, acceptance, code),
      now: at,
      ids: publicCtx.ids,
    })
    await addEvidence(tx, acceptance, {
      kind: 'code_sent',
      at,
      ip,
      userAgent,
      details: { channel: acceptance.channel, address: acceptance.address },
    })
    return ok({ token })
  })
}

async function sendRefusal(tx: Primary, acceptance: Acceptance, now: Date) {
  const status = statusAt(acceptance, now)
  if (status === 'expired' || status === 'cancelled') return refused(`acceptances.${status}`)
  if (status !== 'waiting') return refused('acceptances.decided')
  const next = acceptance.codeSentAt && after(acceptance.codeSentAt, CODE_PAUSE_SECONDS)
  if (next && next > now)
    return refused('acceptances.code_too_soon', { seconds: Math.ceil((next.getTime() - now.getTime()) / 1000) })
  const sent = and(
    eq(acceptanceEvents.customerId, acceptance.customerId),
    eq(acceptanceEvents.acceptanceId, acceptance.id),
    eq(acceptanceEvents.kind, 'code_sent'),
  )
  const [row] = await tx.select({ times: count() }).from(acceptanceEvents).where(sent)
  return row && row.times >= CODES_MAX ? refused('acceptances.code_limit') : null
}

function messageOf({ locale }: PublicContext, { channel, address: to }: Acceptance, code: string): DeliveryPayload {
  const { t } = i18n(locale)
  const company = env().COMPANY_NAME
  const text = t(channel === 'email' ? 'acceptances.codeMail.text' : 'acceptances.codeMail.short', {
    code,
    company,
    minutes: CODE_MINUTES,
  })
  if (channel !== 'email') return { to, text }
  const html = toHtml(text, { button: '', footer: t('sending.mail.footer', { company }), unsubscribe: '' })
  return { to, subject: t('acceptances.codeMail.subject', { code, company }), text, html }
}

const after = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000)
