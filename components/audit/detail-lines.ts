import { fieldWords } from '@/components/profile/history-words'
import type { AuditItem } from '@/lib/history/list-all'
import type { I18n } from '@/lib/i18n/translator'
import { attemptWords, firstKnown, revealedWords } from './known-words'
import { valueWords } from './value-words'

/** Counts that are not shown when they are zero. */
const HIDDEN_WHEN_ZERO = new Set(['documents', 'endedSessions', 'accepted', 'created', 'changed', 'rejected'])
/** Details that only programs use; they are not shown. */
const HIDDEN = new Set(['sha256'])

type Item = Pick<AuditItem, 'event' | 'subject' | 'changes' | 'details'>

/** The revealed value, then each change as old → new, then the other details of an event, each with its label. */
export function detailLines({ event, subject, changes, details }: Item, i18n: I18n): string[] {
  return [
    ...(event === 'personal.revealed' ? [`${label('revealed', i18n)}: ${revealedWords(subject, i18n)}`] : []),
    ...changes.map(
      ({ field, before, after }) =>
        `${label(field, i18n)}: ${before === null ? '' : `${word(field, before, i18n)} → `}${word(field, after, i18n)}`,
    ),
    ...Object.entries(details)
      .filter(([key, value]) => !HIDDEN.has(key) && !(value === 0 && HIDDEN_WHEN_ZERO.has(key)))
      .map(([key, value]) => `${label(countKey(key, value), i18n)}: ${word(key, value, i18n)}`),
  ]
}

/** An imported row says whether its customer is new, and an import how many are. */
const countKey = (key: string, value: unknown) =>
  key === 'created' && typeof value === 'number' ? 'createdCount' : key

const label = (key: string, i18n: I18n) => firstKnown(i18n, `audit.details.${key}`) ?? fieldWords(key, i18n)

function word(key: string, value: unknown, i18n: I18n): string {
  const { t, format } = i18n
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return key === 'rating' ? valueWords(key, String(value), i18n) : format.number(value)
  if (Array.isArray(value)) return value.map((one) => word(key, one, i18n)).join(', ')
  if (typeof value === 'object') return partsOf(key, value, i18n)
  const text = String(value)
  if (key === 'wanted') return attemptWords(text, i18n)
  const words = valueWords(key, text, i18n)
  return words === text && /^[\w.:-]+$/.test(text) ? (codeWords(text, i18n) ?? text) : words
}

/** The columns of an import by name; other groups of values with their labels. */
const partsOf = (key: string, value: object, i18n: I18n) =>
  Object.entries(value)
    .map(([part, one]) =>
      key === 'mapping'
        ? (firstKnown(i18n, `imports.targets.${part}`) ?? part)
        : `${label(part, i18n)}: ${word(part, one, i18n)}`,
    )
    .join(', ')

const codeWords = (text: string, i18n: I18n) =>
  firstKnown(
    i18n,
    ...[
      `customers.fields.${text}`,
      `consents.origin.${text}`,
      `consents.purpose.${text}`,
      `consents.source.${text}`,
      `users.roles.${text}`,
      `users.scopes.${text}`,
      `users.locales.${text}`,
      `audit.values.${text}`,
      `audit.events.${text}`,
      `audit.groups.${text.replace(/^all:/, '')}`,
      `sending.states.${text}`,
      `sending.failures.${text}`,
      `imports.failures.${text}`,
      `users.permissions.${text}`,
      `merges.parts.names.${text}`,
    ],
  )
