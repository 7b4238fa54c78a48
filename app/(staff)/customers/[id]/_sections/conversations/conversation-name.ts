import type { ListedConversation } from '@/lib/conversations/queries'
import type { I18n } from '@/lib/i18n/translator'

type Named = Pick<ListedConversation, 'channel' | 'from' | 'subject'>

/** The subject of an e-mail, otherwise the channel and the masked address. */
export function conversationName({ channel, from, subject }: Named, { t }: I18n): string {
  const name = t(`conversations.channels.${channel}`)
  if (subject) return `${name} · ${subject}`
  return from ? t('conversations.listed', { channel: name, from }) : name
}
