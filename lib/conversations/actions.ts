'use server'

import { buttonAction } from '@/lib/http/button-action'
import { formAction } from '@/lib/http/form-action'
import { assignMessages } from './commands/assign'
import { closeConversation, reopenConversation } from './commands/close'
import { replyToConversation } from './commands/reply'
import { toConversation, toConversations } from './paths'

export const replyAction = formAction(replyToConversation, {
  redirectTo: ({ customerId, conversationId }) => `${toConversation(customerId, conversationId)}#latest`,
  flash: 'conversation_replied',
  repeatedFlash: 'sent_before',
})

export const closeConversationAction = buttonAction(closeConversation, { flash: 'conversation_closed' })

export const reopenConversationAction = buttonAction(reopenConversation, { flash: 'conversation_reopened' })

export const assignMessagesAction = buttonAction(assignMessages, {
  flash: 'conversation_assigned',
  redirectTo: ({ customerId, conversationId }) =>
    conversationId ? toConversation(customerId, conversationId) : toConversations(customerId),
})
