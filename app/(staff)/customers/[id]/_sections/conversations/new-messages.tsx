import { Link } from '@/components/ui/link'
import { toConversation, toConversationEvents } from '@/lib/conversations/paths'
import type { Conversation } from '@/lib/conversations/queries'
import type { I18n } from '@/lib/i18n/translator'
import { LiveMessages } from './live-messages'

type Props = { customerId: string; conversation: Conversation; isNewest: boolean; i18n: I18n }

/** The link to the newest messages, which works without scripting, and with scripting the announcement of new ones. */
export function NewMessages({ customerId, conversation, isNewest, i18n: { t } }: Props) {
  const { id, messageCount } = conversation
  const counts = Array.from({ length: COUNTED_MAX }, (_, index) => t('conversations.live.new', { count: index + 1 }))
  return (
    <div className="new-messages" id="latest">
      <LiveMessages
        key={id}
        url={toConversationEvents(customerId, id, messageCount)}
        isNewest={isNewest}
        texts={{ counts, stopped: t('conversations.live.stopped') }}
      />
      <Link className="link" href={`${toConversation(customerId, id)}#latest`}>
        {t('conversations.latest')}
      </Link>
    </div>
  )
}

/** The announcement of more messages names this number. */
const COUNTED_MAX = 9
