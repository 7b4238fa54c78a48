import type { Primary } from '@/db/handles'
import { recordActivity } from '@/lib/customer-group/touch'
import { record } from '@/lib/audit/record'
import { enqueue } from '@/lib/jobs/boss'
import { invalid, ok, refused, type Failure, type Result } from '@/lib/kernel/result'
import { undrawableIn } from '@/lib/pdf/drawable'
import type { PublicContext } from '@/lib/kernel/context'
import { fieldsOf } from '@/lib/kernel/field-errors'
import { CODE_TRIES, isCode } from '../code'
import { addEvidence, listEvidence, type Details } from '@/lib/evidence/evidence'
import { statusAt } from '../status'
import { linkDestination } from './link-destination'
import { askAboutName } from './name-match'
import { change, lockAcceptanceByToken, type Acceptance } from './lock'
import { acceptInput, refuseInput } from './schema'

/** `repeated`: it was decided before, and is not changed. */
export type Decided = { token: string; repeated: boolean }

type Decision = {
  to: 'accepted' | 'refused'
  token: string
  code: string
  /** The name that an accepting person typed. */
  name?: string
  nameMatch?: Details
  details: Details
  refusalReason?: string | null
}

/** Accepts the document of a link, with the code. A second call changes nothing. Refusals as `decide`; fields `name`, `agree`, `code`. */
export async function acceptDocument(publicCtx: PublicContext, data: unknown): Promise<Result<Decided>> {
  const parsed = acceptInput.safeParse(data)
  if (!parsed.success) return invalid(fieldsOf(parsed.error))
  const { token, code, name } = parsed.data
  if (undrawableIn(name).length) return invalid({ name: 'acceptances.undrawable_name' })
  return decide(publicCtx, { to: 'accepted', token, code, name, details: { name } })
}

/** Refuses the document of a link, with the code. Refusals as `decide`; fields `reason`, `code`. */
export async function refuseDocument(publicCtx: PublicContext, data: unknown): Promise<Result<Decided>> {
  const parsed = refuseInput.safeParse(data)
  if (!parsed.success) return invalid(fieldsOf(parsed.error))
  const { token, code, reason } = parsed.data
  return decide(publicCtx, { to: 'refused', token, code, details: { reason }, refusalReason: reason })
}

/**
 * Of several concurrent decisions, the first one that locks the row wins.
 * Refusals: `acceptances.link_gone`, `acceptances.expired`, `acceptances.cancelled`; field `code`: `code_missing`, `code_expired`, `code_spent`, `code_wrong`, which is counted; field `name`: `name_differs`.
 */
function decide(publicCtx: PublicContext, decision: Decision): Promise<Result<Decided>> {
  const { token, to } = decision
  return publicCtx.db.transaction(async (tx) => {
    const acceptance = await lockAcceptanceByToken(tx, publicCtx, token)
    if (!acceptance) return refused('acceptances.link_gone')
    const status = statusAt(acceptance, publicCtx.now)
    if (status === 'expired' || status === 'cancelled') return refused(`acceptances.${status}`)
    if (status !== 'waiting') return ok({ token, repeated: status !== to })
    const failure = await refusalOf(tx, publicCtx, acceptance, decision.code)
    if (failure) return failure
    const evidence = await listEvidence(tx, acceptance)
    const answered = decision.name ? await askAboutName(tx, publicCtx, acceptance, evidence, decision.name) : null
    if (answered && !answered.ok) return answered
    const sentTo = linkDestination(acceptance, evidence, token)
    const nameMatch: Details = answered ? { nameMatch: answered.match } : {}
    const details = { ...decision.details, ...nameMatch, linkChannel: sentTo.channel, linkAddress: sentTo.address }
    await settle(tx, publicCtx, acceptance, { ...decision, details, nameMatch })
    return ok({ token, repeated: false })
  })
}

/** Records a wrong code, so this refusal must be committed. */
async function refusalOf(
  tx: Primary,
  publicCtx: PublicContext,
  acceptance: Acceptance,
  typed: string,
): Promise<{ ok: false; failure: Failure } | null> {
  if (!acceptance.codeHash || !acceptance.codeExpiresAt) return invalid({ code: 'acceptances.code_missing' })
  if (acceptance.codeTries >= CODE_TRIES) return invalid({ code: 'acceptances.code_spent' })
  if (acceptance.codeExpiresAt <= publicCtx.now) return invalid({ code: 'acceptances.code_expired' })
  if (isCode(acceptance.id, typed, acceptance.codeHash)) return null
  const tries = acceptance.codeTries + 1
  await change(tx, acceptance, { codeTries: tries })
  await addEvidence(tx, acceptance, {
    kind: 'code_wrong',
    at: publicCtx.now,
    ip: publicCtx.ipAddress,
    userAgent: publicCtx.userAgent,
    details: { tries },
  })
  return invalid({ code: tries >= CODE_TRIES ? 'acceptances.code_spent' : 'acceptances.code_wrong' })
}

async function settle(
  tx: Primary,
  publicCtx: PublicContext,
  acceptance: Acceptance,
  { to, details, nameMatch, refusalReason = null }: Decision,
): Promise<void> {
  const { now: at, ipAddress: ip, userAgent } = publicCtx
  await change(tx, acceptance, { status: to, decidedAt: at, refusalReason, codeHash: null, codeExpiresAt: null })
  await addEvidence(
    tx,
    acceptance,
    { kind: 'code_confirmed', at, ip, userAgent },
    { kind: to, at, ip, userAgent, details: { ...details, originalSha256: acceptance.originalSha256 } },
  )
  await recordActivity(tx, acceptance.customerId, at)
  await record(
    tx,
    { userId: null, requestId: publicCtx.requestId, now: at },
    {
      event: `acceptance.${to}`,
      customerId: acceptance.customerId,
      subject: `acceptance:${acceptance.id}`,
      details: { origin: 'public_link', protocol: acceptance.protocol, ...nameMatch },
    },
  )
  if (to === 'accepted')
    await enqueue(
      tx,
      'seal-acceptances',
      { customerId: acceptance.customerId, acceptanceId: acceptance.id },
      acceptance.id,
    )
}
