import type { I18n } from '@/lib/i18n/translator'

type Key = Parameters<I18n['t']>[0]

/** The first of these keys that has a text. */
export function firstKnown({ t }: I18n, ...keys: string[]): string | null {
  const key = keys.find((k) => t.has(k as Key))
  return key ? t(key as Key) : null
}

/** What a refused attempt was for: a command, a section of the profile, or the permission of a page. Older rows name the page. */
export const attemptWords = (wanted: string, i18n: I18n): string =>
  firstKnown(
    i18n,
    `audit.events.${wanted}`,
    `users.permissions.${wanted}`,
    wanted.replace(/^section\./, 'profile.sections.'),
  ) ?? addressOf(wanted)

/** `/(staff)/users/page` → `/users`: the address of a page that an older row names by its key. */
const addressOf = (entry: string) => entry.replace(/\/\([a-z]+\)/, '').replace(/\/(page|route)$/, '')

/** Which kind of personal value was shown: a customer's document, or one of the contacts. */
export const revealedWords = (subject: string | null, { t }: I18n): string =>
  t(`profile.history.revealed.${subject === 'document' ? 'document' : 'point'}`)
