import { attemptWords, firstKnown, revealedWords } from '@/components/audit/known-words'
import type { HistoryItem } from '@/lib/history/list'
import type { I18n } from '@/lib/i18n/translator'

type Key = Parameters<I18n['t']>[0]

export const eventWords = (event: string, { t }: I18n): string => t(`audit.events.${event}` as Key)

/** A field's label if there is one. Attributes of other systems keep their own names. */
export const fieldWords = (field: string, i18n: I18n): string =>
  firstKnown(i18n, `profile.history.fields.${field}`, `customers.fields.${field}`, `contacts.field.${field}`) ?? field

type Subject = Pick<HistoryItem, 'event' | 'subject' | 'details'>

/**
 * The subject of an event without repetitions: channel, message, document or conversation, preference and purpose, revealed value,
 * refused attempt.
 */
export function aboutWords({ event, subject, details }: Subject, i18n: I18n): string {
  const parts = [
    firstKnown(i18n, `contacts.channel.${String(details.channel)}`, `sending.channels.${String(details.channel)}`),
    ...[details.journey, details.message, details.document, details.protocol, details.other].filter(
      (name) => typeof name === 'string',
    ),
    conversationWords(details, i18n),
    originWords(details, i18n),
    firstKnown(i18n, `audit.values.${String(details.nameMatch)}`),
    event === 'message.withheld' ? firstKnown(i18n, `sending.failures.${String(details.failure)}`) : null,
    event === 'delivery.played' ? firstKnown(i18n, `sending.states.${String(details.kind)}`) : null,
    firstKnown(i18n, `consents.preference.${String(details.preference)}`),
    firstKnown(i18n, `consents.purpose.${String(details.purpose)}`),
    event === 'personal.revealed' ? revealedWords(subject, i18n) : null,
    event === 'access.denied' ? attemptWords(String(details.wanted), i18n) : null,
    typeof details.attempts === 'number' ? i18n.t('profile.history.attempts', { count: details.attempts }) : null,
    details.scheduledBy ? i18n.t('pipeline.scheduledBy', { name: String(details.scheduledBy) }) : null,
    Array.isArray(details.fields) ? details.fields.map((field) => fieldWords(String(field), i18n)).join(', ') : null,
  ]
  return [...new Set(parts)].filter(Boolean).join(' · ')
}

/** The conversation that a case was linked to. */
function conversationWords({ conversation }: HistoryItem['details'], i18n: I18n): string | null {
  const channel = firstKnown(i18n, `conversations.channels.${String(conversation)}`)
  return channel && i18n.t('cases.links.conversation', { name: channel })
}

/** Says where the address of an acceptance came from. */
function originWords({ addressOrigin, addressFile, addressBy }: HistoryItem['details'], i18n: I18n): string | null {
  const origin = firstKnown(i18n, `audit.values.${String(addressOrigin)}`)
  if (!origin) return null
  const by = addressBy ? i18n.t('acceptances.section.eventBy', { name: String(addressBy) }) : null
  const file = addressFile ? String(addressFile) : null
  const label = i18n.t('acceptances.section.origin')
  return `${label}: ${[origin, file, by].filter(Boolean).join(' ')}`
}
