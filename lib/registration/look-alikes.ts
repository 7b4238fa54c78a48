import { compareRecords } from '@/lib/duplicates/engine/compare'
import type { MatchRecord, PairScore } from '@/lib/duplicates/engine/types'
import { PROBABILITY_MIN } from '@/lib/duplicates/policy'
import { readMatchRecords } from '@/lib/duplicates/queries/match-records'
import { likeReasons, percentOf, reasonWords } from '@/lib/duplicates/words'
import { i18n, type I18n } from '@/lib/i18n/translator'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Listed } from '@/lib/search/hits'
import { listLookAlikes, type LookAlike } from '@/lib/search/look-alikes'
import { listSameBirth } from '@/lib/search/same-birth'
import type { readFirstPoints } from './first-points'
import type { NewRegistration } from './schema'

const SHOWN_MAX = 6

type Points = Extract<ReturnType<typeof readFirstPoints>, { ok: true }>['points']
type Scored = { customer: Listed; score: PairScore }

/**
 * Links to the customers in the viewer's scope who are probably this one, the likeliest first, at most six. Each says why, with masked
 * values. A customer with the same tax id, phone, e-mail or name is always among them.
 */
export async function lookAlikeLinks(ctx: WriteCtx, input: NewRegistration, points: Points) {
  const candidates = await findCandidates(ctx, input)
  const records = await readMatchRecords(ctx.db, [...candidates.keys()])
  const typed = typedRecord(input, points)
  const scored = records.flatMap((record) => {
    const { isExact, ...customer } = candidates.get(record.id)!
    const score = compareRecords(typed, record)
    return isExact || score.probability >= PROBABILITY_MIN ? [{ customer, score }] : []
  })
  const best = scored.toSorted((a, b) => b.score.probability - a.score.probability).slice(0, SHOWN_MAX)
  const texts = i18n(ctx.viewer.locale)
  return best.map((one) => ({ href: `/customers/${one.customer.id}`, label: labelOf(one, input, texts) }))
}

async function findCandidates(ctx: WriteCtx, input: NewRegistration): Promise<Map<string, LookAlike>> {
  const { name, documentType, documentNumber, email, phone, birthOn } = input
  const wanted = [
    documentNumber && { q: documentNumber, type: documentType === 'cnpj' ? ('cnpj' as const) : ('cpf' as const) },
    email && { q: email, type: 'email' as const },
    phone && { q: phone, type: 'mobile' as const },
    { q: name, type: 'name' as const },
  ].filter((one) => one !== null && one !== '')
  const found = await listLookAlikes(ctx, wanted)
  const sameBirth = birthOn ? await listSameBirth(ctx, { name, birthOn }) : []
  const all = [...found, ...sameBirth.map((customer) => ({ ...customer, isExact: true }))]
  return new Map(all.map((candidate) => [candidate.id, candidate]))
}

/** The new customer as the engine compares it. */
function typedRecord(
  { kind, name, preferredName, birthOn, documentType, documentNumber, sex }: NewRegistration,
  points: Points,
): MatchRecord {
  const normalized = (isEmail: boolean) =>
    points.filter(({ channel }) => (channel === 'email') === isEmail).map((point) => point.normalized)
  return {
    ...{ id: 'new', kind, name, preferredName, birthOn, documentType, documentNumber, sex },
    phones: normalized(false),
    emails: normalized(true),
    addresses: [],
  }
}

function labelOf({ customer, score }: Scored, typed: NewRegistration, texts: I18n): string {
  const { name, document, phone, email } = customer
  const names = [{ name: typed.preferredName ?? typed.name, document }, customer] as const
  const reasons = likeReasons(score).map((reason) => reasonWords(reason, names, texts.t))
  const percent = score.probability >= PROBABILITY_MIN && percentOf(score.probability, texts)
  const why = [percent, reasons.join(', ')].filter(Boolean).join(': ')
  return [name, document?.shown, phone, email, why].filter(Boolean).join(' · ')
}
