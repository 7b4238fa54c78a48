import type { CaseRow } from '@/lib/cases/columns'
import type { CaseState } from '@/lib/cases/states'
import type { I18n } from '@/lib/i18n/translator'

/** The name of a state: the one that an admin gave it, or the text of a built-in state. */
export function stateWords({ key, name }: Pick<CaseState, 'key' | 'name'>, t: I18n['t']): string {
  return name ?? (key ? t(`cases.states.${key}`) : '')
}

export const rowStateWords = ({ stateKey, stateName }: CaseRow, t: I18n['t']): string =>
  stateWords({ key: stateKey, name: stateName }, t)
