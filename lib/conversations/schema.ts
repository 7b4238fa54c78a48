import { z } from 'zod'
import { requiredText, uuid } from '@/lib/values/fields'

/** The longest answer that a person can write. */
export const REPLY_MAX = 4_000

const oneConversation = { customerId: uuid, conversationId: uuid }

export const newReply = z.strictObject({ ...oneConversation, body: requiredText(REPLY_MAX, 'conversations.empty') })

export const conversationState = z.strictObject(oneConversation)

export const assignment = z.strictObject({ customerId: uuid, eventId: uuid })
