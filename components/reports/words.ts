import { formatDay } from '@/lib/i18n/format-day'
import type { I18n } from '@/lib/i18n/translator'
import { FIELDS, type FilterField, type Report, reportOf } from '@/lib/reports/customer-filter/schema'
import type { Choices } from './choices'
import { mainFields, moreFields } from './fields'

/** Conditions that leave few customers, by the field that says so. */
const SELECTIVE: readonly FilterField[] = ['store', 'assigned', 'seller', 'city', 'registeredFrom', 'purchaseFrom']

/** The fields that would make a broad filter selective, as a list: those that it does not use yet. */
export function missingConditions({ filter }: Report, { t, locale }: I18n): string {
  const missing = SELECTIVE.filter((name) => filter[name] === undefined)
  const names = (missing.length ? missing : SELECTIVE).map((name) => `“${t(`reports.fields.${name}`)}”`)
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names)
}

/** The conditions of a report in words: "Loja: Loja Paulista; Avaliação: 4 estrelas". */
export function reportWords({ filter }: Report, choices: Choices, { t, format }: I18n): string {
  const fields = new Map([...mainFields(choices, t), ...moreFields(choices, t)].map((field) => [field.name, field]))
  const words = FIELDS.flatMap((name) => {
    const value = filter[name]?.toString()
    const field = fields.get(name)
    if (value === undefined || !field) return []
    const option = 'options' in field && field.options.find((one) => one.value === value)
    const isDay = 'type' in field && field.type === 'date'
    const shown = (option && option.label) || (isDay ? formatDay(value, { format }) : value)
    return [t('reports.condition', { field: t(`reports.fields.${name}`), value: shown })]
  })
  return words.join('; ') || t('reports.everybody')
}

/** The same for the query of a saved view or an export. */
export function queryWords(query: string, choices: Choices, i18n: I18n): string {
  const report = reportOf(query)
  return report ? reportWords(report, choices, i18n) : query
}

/** The columns of a report in words. */
export const columnWords = ({ columns }: Report, { t, locale }: I18n): string =>
  new Intl.ListFormat(locale).format([t('search.columns.name'), ...columns.map((name) => t(`reports.columns.${name}`))])
