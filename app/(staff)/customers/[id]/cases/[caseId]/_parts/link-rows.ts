import type { Links } from '@/lib/cases/links/queries'
import { targetText, type Target } from '@/lib/cases/links/target'
import { toConversation } from '@/lib/conversations/paths'
import { toDocument } from '@/lib/documents/paths'
import type { I18n } from '@/lib/i18n/translator'
import { toInteraction } from '@/lib/interactions/paths'

/** A message, a document or a conversation: its words, its page, and the value of its checkbox. */
export type LinkRow = { value: string; words: string; href: string; at: Date }

/** The rows of all three kinds, in this order. `customerId` is the id of the surviving record. */
export function linkRows({ sends, documents, conversations }: Links, customerId: string, { t }: I18n): LinkRow[] {
  const row = (target: Target, name: string, href: string, at: Date): LinkRow => ({
    ...{ value: targetText(target), href, at },
    words: t(`cases.links.${target.kind}`, { name }),
  })
  return [
    ...sends.map(({ id, name, createdAt }) =>
      row({ kind: 'send', id }, name, toInteraction({ customerId, sendId: id }), createdAt),
    ),
    ...documents.map(({ id, title, createdAt }) =>
      row({ kind: 'document', id }, title, toDocument(customerId, id), createdAt),
    ),
    ...conversations.map(({ id, channel, subject, lastMessageAt }) =>
      row(
        { kind: 'conversation', id },
        [t(`conversations.channels.${channel}`), subject].filter(Boolean).join(', '),
        toConversation(customerId, id),
        lastMessageAt,
      ),
    ),
  ]
}
