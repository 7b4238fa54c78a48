import type { I18n } from '@/lib/i18n/translator'
import type { Listed } from '@/lib/search/hits'
import type { PairReason, ReasonField, ReasonLevel } from './engine/types'
import { likelihoodOf } from './filter'

type Customers = readonly [Named, Named]
type Named = Pick<Listed, 'name'> & { document: Pick<NonNullable<Listed['document']>, 'type'> | null }

type ReasonKey = { [F in ReasonField]: `duplicates.reasons.${F}.${ReasonLevel<F>}` }[ReasonField]

/** A reason in words, such as "similar given name: Ana/Anna". It shows no masked value. */
export function reasonWords({ field, level }: PairReason, customers: Customers, t: I18n['t']): string {
  return t(`duplicates.reasons.${field}.${level}` as ReasonKey, {
    names: comparedNames(field, customers),
    document: documentWord(customers, t),
  })
}

type Reasoned = { reasons: readonly PairReason[] }

/** The strongest reasons for which two customers look alike, four at most, or those that speak against it. */
export const likeReasons = ({ reasons }: Reasoned): PairReason[] =>
  reasons.filter(({ weight }) => weight > 0).slice(0, 4)

export const unlikeReasons = ({ reasons }: Reasoned): PairReason[] => reasons.filter(({ weight }) => weight < 0)

/** "93% · likely". No probability is shown as certain. */
export const probabilityWords = (probability: number, i18n: I18n): string =>
  i18n.t('duplicates.probability', {
    percent: percentOf(probability, i18n),
    words: i18n.t(`duplicates.likelihood.${likelihoodOf(probability)}`),
  })

const SHOWN_MAX = 0.99

export const percentOf = (probability: number, { format }: I18n): string =>
  format.number(Math.min(SHOWN_MAX, Math.floor(probability * 100) / 100), { style: 'percent' })

/** The two words of the shown names that a reason is about, if they differ. A civil name that is not shown stays out. */
function comparedNames(field: ReasonField, customers: Customers): string {
  if (field !== 'given_name' && field !== 'family_name') return ''
  const [one, other] = customers.map(({ name }) => name.split(' ').at(field === 'given_name' ? 0 : -1) ?? '')
  return one && other && one !== other ? `: ${one}/${other}` : ''
}

function documentWord([{ document }]: Customers, t: I18n['t']): string {
  const type = document?.type
  return type === 'cpf' || type === 'cnpj' ? t(`customers.documentTypes.${type}`) : t('duplicates.documentWord')
}
