import { attemptWords, firstKnown, revealedWords } from '@/components/audit/known-words'
import type { AuditItem } from '@/lib/history/list-all'
import type { I18n } from '@/lib/i18n/translator'

/** Counts that are left out when they are zero. */
const SAID_FROM_ONE = new Set(['documents', 'endedSessions'])

/**
 * The revealed value, then each change as old → new, then the event's other details. A code without a translation is
 * shown as it is.
 */
export function AuditDetails({ item: { event, subject, changes, details }, i18n }: { item: AuditItem; i18n: I18n }) {
  const lines = [
    ...(event === 'personal.revealed' ? [`${label('revealed', i18n)}: ${revealedWords(subject, i18n)}`] : []),
    ...changes.map(
      ({ field, before, after }) =>
        `${label(field, i18n)}: ${before === null ? '' : `${word(before, i18n)} → `}${word(after, i18n)}`,
    ),
    ...Object.entries(details)
      .filter(([key, value]) => value !== 0 || !SAID_FROM_ONE.has(key))
      .map(
        ([key, value]) =>
          `${label(key, i18n)}: ${key === 'wanted' ? attemptWords(String(value), i18n) : word(value, i18n)}`,
      ),
  ]
  if (!lines.length) return '—'
  return (
    <ul className="text-ink-2 flex flex-wrap gap-x-3 text-xs">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const label = (key: string, i18n: I18n) => firstKnown(i18n, `audit.details.${key}`) ?? key

function word(value: unknown, i18n: I18n): string {
  const { t } = i18n
  if (Array.isArray(value)) return value.map((one) => word(one, i18n)).join(', ')
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (!/^[\w.-]+$/.test(text)) return text
  const places = [
    `customers.fields.${text}`,
    `consents.origin.${text}`,
    `consents.purpose.${text}`,
    `consents.source.${text}`,
    `users.roles.${text}`,
    `users.scopes.${text}`,
    `users.locales.${text}`,
    `audit.values.${text}`,
    `sending.states.${text}`,
    `sending.failures.${text}`,
    `users.permissions.${text}`,
  ]
  return firstKnown(i18n, ...places) ?? text
}
