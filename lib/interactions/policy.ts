import type { SendChannel } from '@/lib/sending/address'

type Resendable = {
  channel: SendChannel
  test: boolean
  journeyId: string | null
  body: string
  documents: { gone: boolean }[]
}

export type Obstacle = 'whatsapp' | 'of_test' | 'no_journey' | 'link_gone' | 'documents_gone' | 'with_documents'

/**
 * Why a message cannot be resent to any address; null when it can. Only SMS and e-mails can be resent (N4). A personal
 * link is never sent twice: documents get a new link, and other links are sent again from their own page.
 */
export function obstacleTo({ channel, test, journeyId, body, documents }: Resendable): Obstacle | null {
  if (channel === 'whatsapp') return 'whatsapp'
  if (test) return 'of_test'
  if (!journeyId) return 'no_journey'
  const linked = body.includes('{{link}}')
  if (!documents.length) return linked ? 'link_gone' : null
  if (!linked) return 'with_documents'
  return documents.some((document) => document.gone) ? 'documents_gone' : null
}
