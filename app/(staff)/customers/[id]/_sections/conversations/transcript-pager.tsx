import { Pager } from '@/components/ui/pager'
import { toConversation } from '@/lib/conversations/paths'
import type { Conversation } from '@/lib/conversations/queries'
import type { I18n } from '@/lib/i18n/translator'

type Props = {
  customerId: string
  conversation: Conversation
  older: number | null
  newer: number | null
  /** Older messages are linked above the transcript, newer ones below it. */
  at: 'start' | 'end'
  i18n: I18n
}

export function TranscriptPager({ customerId, conversation, older, newer, at, i18n: { t } }: Props) {
  const href = (query: string) => `${toConversation(customerId, conversation.id)}&${query}#conversation`
  return (
    <Pager
      label={t('conversations.pages')}
      previousHref={at === 'start' && older !== null ? href(`before=${older}`) : undefined}
      previousLabel={t('conversations.older')}
      nextHref={at === 'end' && newer !== null ? href(`after=${newer}`) : undefined}
      nextLabel={t('conversations.newer')}
    />
  )
}
