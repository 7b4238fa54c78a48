/** The section with a customer's conversations, which opens one of them. */
export const toConversations = (customerId: string) => `/customers/${customerId}/conversations`

export const toConversation = (customerId: string, conversationId: string) =>
  `${toConversations(customerId)}?open=${conversationId}`

/** The messages that no customer is known for. */
export const UNASSIGNED = '/conversations'

export const toUnassigned = (eventId: string) => `${UNASSIGNED}/${eventId}`

/** The stream that says when a conversation has new messages. */
export const toConversationEvents = (customerId: string, conversationId: string, after: number) =>
  `/api/conversations/${customerId}/${conversationId}?after=${after}`
