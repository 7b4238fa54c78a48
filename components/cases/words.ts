import type { CaseRow } from '@/lib/cases/columns'
import type { FoundTarget } from '@/lib/cases/links/target'
import type { CaseState } from '@/lib/cases/states'
import type { I18n } from '@/lib/i18n/translator'
import { firstKnown } from '@/components/audit/known-words'

/** The name of a state: the one that an admin gave it, or the text of a built-in state. */
export function stateWords({ key, name }: Pick<CaseState, 'key' | 'name'>, t: I18n['t']): string {
  return name ?? (key ? t(`cases.states.${key}`) : '')
}

export const rowStateWords = ({ stateKey, stateName }: CaseRow, t: I18n['t']): string =>
  stateWords({ key: stateKey, name: stateName }, t)

/** What a case is about: a message, a document, or a conversation by its channel. */
export function targetWords({ kind, name }: FoundTarget, i18n: I18n): string {
  const channel = kind === 'conversation' && firstKnown(i18n, `conversations.channels.${name}`)
  return i18n.t(`cases.links.${kind}`, { name: channel || name })
}
