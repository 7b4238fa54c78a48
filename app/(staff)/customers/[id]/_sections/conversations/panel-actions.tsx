import { ActionButton } from '@/components/forms/action-button'
import { Button } from '@/components/ui/button'
import { closeConversationAction, reopenConversationAction } from '@/lib/conversations/actions'
import { toConversation } from '@/lib/conversations/paths'
import type { Conversation } from '@/lib/conversations/queries'
import type { I18n } from '@/lib/i18n/translator'
import type { Ctx } from '@/lib/kernel/context'

type Props = { ctx: Ctx; customerId: string; conversation: Conversation; isMinimised: boolean; i18n: I18n }

/** The buttons in the head of the panel: minimise it, and close or reopen the conversation. */
export function PanelActions({ ctx, customerId, conversation, isMinimised, i18n: { t } }: Props) {
  const { id: conversationId, closedAt } = conversation
  const fields = { customerId, conversationId }
  return (
    <div className="flex flex-wrap gap-2">
      {!isMinimised && ctx.viewer.can('messages.send') && (
        <ActionButton
          id="conversation-state"
          action={closedAt ? reopenConversationAction : closeConversationAction}
          fields={fields}
          label={t(closedAt ? 'conversations.reopen' : 'conversations.close')}
          size="sm"
        />
      )}
      <form method="post" action="/api/conversations/panel">
        <input type="hidden" name="state" value={isMinimised ? 'shown' : 'minimised'} />
        <input type="hidden" name="back" value={`${toConversation(customerId, conversationId)}#conversation`} />
        <Button id="conversation-panel" size="sm" aria-expanded={!isMinimised}>
          {t(isMinimised ? 'conversations.restore' : 'conversations.minimise')}
        </Button>
      </form>
    </div>
  )
}
