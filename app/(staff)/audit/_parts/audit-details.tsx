import type { AuditItem } from '@/lib/audit/list-all'
import type { I18n } from '@/lib/i18n/translator'

type Key = Parameters<I18n['t']>[0]

/** Old → new, then what else the event says; a code without a text stands as it is. */
export function AuditDetails({ item: { changes, details }, i18n }: { item: AuditItem; i18n: I18n }) {
  const lines = [
    ...changes.map(({ field, before, after }) => `${label(field, i18n)}: ${before === null ? '' : `${word(before, i18n)} → `}${word(after, i18n)}`),
    ...Object.entries(details).map(([key, value]) => `${label(key, i18n)}: ${word(value, i18n)}`),
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

const label = (key: string, { t }: I18n) => (t.has(`audit.details.${key}` as Key) ? t(`audit.details.${key}` as Key) : key)

function word(value: unknown, i18n: I18n): string {
  const { t } = i18n
  if (Array.isArray(value)) return value.map((one) => word(one, i18n)).join(', ')
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  const text = typeof value === 'object' ? JSON.stringify(value) : addressOf(String(value))
  if (!/^[\w.-]+$/.test(text)) return text
  const places = [`customers.fields.${text}`, `consents.origin.${text}`, `consents.purpose.${text}`, `users.roles.${text}`, `users.scopes.${text}`, `users.locales.${text}`, `audit.values.${text}`, `sending.states.${text}`, `sending.failures.${text}`, `audit.events.${text}`]
  const known = places.find((place) => t.has(place as Key))
  return known ? t(known as Key) : text
}

/** `/(staff)/users/page` → `/users`: a page's key as people know it. */
const addressOf = (text: string) => (text.startsWith('/') ? text.replace(/\/\([a-z]+\)/, '').replace(/\/(page|route)$/, '') : text)
