import { Chip } from '@/components/ui/chip'
import { Inbox } from '@/components/ui/icons'
import { Link } from '@/components/ui/link'
import { toConversation } from '@/lib/conversations/paths'
import type { RowParts, RowProps } from './props'
import { shortText } from './short-text'

export function conversationRow({
  event: { id, detail },
  customerId,
  i18n: { t },
}: RowProps<'conversations'>): RowParts {
  const { subject, beginning, channel, from, messageCount, closed } = detail
  const channelName = t(`conversations.channels.${channel}`)
  return {
    icon: Inbox,
    title: <Link href={toConversation(customerId, id)}>{shortText(subject || beginning || channelName)}</Link>,
    note: `${t('timeline.conversation')} · ${channelName} · ${t('conversations.messages', { count: messageCount })}`,
    to: from,
    end: closed && <Chip>{t('conversations.closed')}</Chip>,
  }
}
