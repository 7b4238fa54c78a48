import type { I18n } from '@/lib/i18n/translator'

type Key = Parameters<I18n['t']>[0]

/** Returns the text of the first key that has one, or null. */
export function firstKnown({ t }: I18n, ...keys: string[]): string | null {
  const key = keys.find((k) => t.has(k as Key))
  return key ? t(key as Key) : null
}

/**
 * Describes what a refused attempt wanted: a command, a section of the profile, or the permission of a page. Older rows
 * name the page.
 */
export const attemptWords = (wanted: string, i18n: I18n): string =>
  firstKnown(
    i18n,
    `audit.events.${wanted}`,
    `users.permissions.${wanted}`,
    `audit.values.${wanted}`,
    wanted.replace(/^section\./, 'profile.sections.'),
  ) ?? addressOf(wanted)

/** `/(staff)/users/page` → `/users`: the address of a page from the key in an older row. */
const addressOf = (entry: string) => entry.replace(/\/\([a-z]+\)/, '').replace(/\/(page|route)$/, '')

/**
 * Names the kind of value that was revealed: the customer's document, the attributes from other systems, a contact by which the customer
 * came, or a contact point.
 */
export const revealedWords = (subject: string | null, { t }: I18n): string =>
  t(`profile.history.revealed.${kindOfRevealed(subject)}`)

function kindOfRevealed(subject: string | null): 'document' | 'attributes' | 'account' | 'touch' | 'point' {
  if (subject?.startsWith('touch:')) return 'touch'
  if (subject === 'document' || subject === 'attributes') return subject
  return subject?.startsWith('customer_account:') ? 'account' : 'point'
}
