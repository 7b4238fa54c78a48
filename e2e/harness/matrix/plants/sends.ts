import type { Primary } from '@/db/handles'
import { journeys, messages, sendDocuments, sends } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { eachInTurn, SENDS, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

/** Plants a send without documents, and one with a document. */
export async function plantSends(
  db: Primary,
  customerId: string,
  { email: address }: Identity,
  documentId: string,
): Promise<RecordIds['sends']> {
  const journeyId = newId()
  await db.insert(journeys).values({ id: journeyId, name: 'Avisos', purpose: 'service' })
  const ids = await eachInTurn(SENDS, async (use) => {
    const [messageId, sendId] = [newId(), newId()]
    const body = use === 'plain' ? 'Olá!' : 'Olá: {{link}}'
    const message = { journeyId, name: 'Aviso', channel: 'email', purpose: 'service', subject: 'Aviso', body } as const
    await db.insert(messages).values({ customerId, id: messageId, ...message })
    await db.insert(sends).values({ customerId, id: sendId, messageId, journeyId, channel: 'email', address })
    return sendId
  })
  await db.insert(sendDocuments).values({ customerId, documentId, sendId: ids.withDocuments })
  return ids
}
