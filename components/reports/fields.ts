import { stateWords } from '@/components/cases/words'
import { positionWords } from '@/components/pipeline/words'
import { tagWords } from '@/components/related/words'
import type { I18n } from '@/lib/i18n/translator'
import { PIPELINE_STATUSES } from '@/lib/pipeline/position'
import { CHANNELS, type FilterField, NONE } from '@/lib/reports/customer-filter/schema'
import type { Choices } from './choices'

type Option = { value: string; label: string }

/** A field of the form: a select with options, or an input. `every` is the option that does not filter. */
export type Field = { name: FilterField } & (
  | { options: Option[]; every: string }
  | { type: 'text' | 'date' | 'number' }
)

const named = (items: readonly { id: string; name: string }[]): Option[] =>
  items.map(({ id, name }) => ({ value: id, label: name }))

/** The fields that most people use. */
export function mainFields({ stores, users, states, subStatuses }: Choices, t: I18n['t']): Field[] {
  const any = t('reports.any')
  return [
    { name: 'store', options: named(stores), every: any },
    { name: 'seller', options: named(users), every: any },
    { name: 'assigned', options: [{ value: NONE, label: t('reports.unassigned') }, ...named(users)], every: any },
    {
      name: 'status',
      every: any,
      options: PIPELINE_STATUSES.map((value) => ({ value, label: t(`pipeline.statuses.${value}`) })),
    },
    {
      name: 'subStatus',
      every: any,
      options: subStatuses.map(({ id, status, name }) => ({ value: id, label: positionWords(status, name, { t }) })),
    },
    {
      name: 'cases',
      every: any,
      options: [
        { value: 'any', label: t('reports.cases.any') },
        { value: NONE, label: t('reports.cases.none') },
        ...states.map((state) => ({ value: state.id, label: t('reports.cases.in', { state: stateWords(state, t) }) })),
      ],
    },
    { name: 'city', type: 'text' },
    { name: 'state', type: 'text' },
    { name: 'quietDays', type: 'number' },
    {
      name: 'channel',
      every: any,
      options: CHANNELS.map((value) => ({ value, label: t(`consents.preference.${value}`) })),
    },
  ]
}

/** The other fields, which are folded away while they are empty. */
export function moreFields({ tags }: Choices, t: I18n['t']): Field[] {
  const any = t('reports.any')
  const ratings = [0, 1, 2, 3, 4, 5].map((value) => ({ value: String(value), label: t('reports.stars', { value }) }))
  return [
    { name: 'registeredFrom', type: 'date' },
    { name: 'registeredTo', type: 'date' },
    { name: 'purchaseFrom', type: 'date' },
    { name: 'purchaseTo', type: 'date' },
    { name: 'rating', every: any, options: [{ value: NONE, label: t('reports.unrated') }, ...ratings] },
    { name: 'tag', every: any, options: tags.map((tag) => ({ value: tag.id, label: tagWords(tag, 'name', t) })) },
  ]
}
