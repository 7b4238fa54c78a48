import { Card } from '@/components/ui/card'
import { Chip } from '@/components/ui/chip'
import { Link } from '@/components/ui/link'
import { StaticHtml } from '@/components/ui/static-html'
import { Time } from '@/components/ui/time'
import { toConversation } from '@/lib/conversations/paths'
import type { ListedConversation } from '@/lib/conversations/queries'
import type { I18n } from '@/lib/i18n/translator'
import { conversationName } from './conversation-name'

type Props = {
  conversations: readonly ListedConversation[]
  customerId: string
  openId: string | undefined
  i18n: I18n
}

/** The conversations, the one with the newest message first. The open one is marked. */
export function ConversationList({ conversations, customerId, openId, i18n }: Props) {
  const { t } = i18n
  return (
    <Card title={t('conversations.title')}>
      <StaticHtml as="ul" className="conversation-list">
        {conversations.map((conversation) => {
          const { id, isUnanswered, closedAt, lastMessageAt, preview } = conversation
          return (
            <li key={id}>
              <Link href={toConversation(customerId, id)} aria-current={id === openId ? 'true' : undefined}>
                <b>{conversationName(conversation, i18n)}</b>
                <span className="conversation-preview">{preview}</span>
                {isUnanswered && <Chip tone="warn">{t('conversations.unanswered')}</Chip>}
                {closedAt && <Chip>{t('conversations.closed')}</Chip>}
                <Time at={lastMessageAt} i18n={i18n} />
              </Link>
            </li>
          )
        })}
      </StaticHtml>
    </Card>
  )
}
