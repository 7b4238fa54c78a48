import type { I18n } from '@/lib/i18n/translator'
import type { PairReason, ReasonField, ReasonLevel } from '@/lib/duplicates/engine/types'
import { likelihoodOf } from '@/lib/duplicates/filter'
import type { ShownPair } from '@/lib/duplicates/queries/shown-pair'

type ReasonKey = { [F in ReasonField]: `duplicates.reasons.${F}.${ReasonLevel<F>}` }[ReasonField]

/** A reason in words, such as "similar given name: Ana/Anna". It shows no masked value. */
export function reasonWords({ field, level }: PairReason, customers: ShownPair['customers'], t: I18n['t']): string {
  return t(`duplicates.reasons.${field}.${level}` as ReasonKey, {
    names: comparedNames(field, customers),
    document: documentWord(customers, t),
  })
}

/** The strongest reasons for which two customers look alike, four at most, or those that speak against it. */
export const likeReasons = ({ reasons }: ShownPair): PairReason[] =>
  reasons.filter(({ weight }) => weight > 0).slice(0, 4)

export const unlikeReasons = ({ reasons }: ShownPair): PairReason[] => reasons.filter(({ weight }) => weight < 0)

/** "93% · likely". A probability is rounded down, so that none is shown as certain. */
export const probabilityWords = (probability: number, i18n: I18n): string =>
  i18n.t('duplicates.probability', {
    percent: percentOf(probability, i18n),
    words: i18n.t(`duplicates.likelihood.${likelihoodOf(probability)}`),
  })

export const percentOf = (probability: number, { format }: I18n): string =>
  format.number(Math.floor(probability * 100) / 100, { style: 'percent' })

/** The two words of the shown names that a reason is about, if they differ. A civil name that is not shown stays out. */
function comparedNames(field: ReasonField, customers: ShownPair['customers']): string {
  if (field !== 'given_name' && field !== 'family_name') return ''
  const [one, other] = customers.map(({ name }) => name.split(' ').at(field === 'given_name' ? 0 : -1) ?? '')
  return one && other && one !== other ? `: ${one}/${other}` : ''
}

function documentWord([{ document }]: ShownPair['customers'], t: I18n['t']): string {
  const type = document?.type
  return type === 'cpf' || type === 'cnpj' ? t(`customers.documentTypes.${type}`) : t('duplicates.documentWord')
}
