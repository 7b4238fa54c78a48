import type { Primary } from '@/db/handles'
import { documentKits, type documents } from '@/db/schema'
import { JOURNEYS } from '@/lib/demo/journeys'
import { newId } from '@/lib/values/ids'
import { aDocument, aPdf } from '@/lib/testing/documents'
import { DOCUMENTS, eachInTurn, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

const ARCHIVED = { archivedAt: new Date() }
const STATES: Record<string, Partial<typeof documents.$inferInsert>> = { request: ARCHIVED, archived: ARCHIVED }

/** Plants a kit with one document for each action on documents. The PDF of each contains the customer's name and CPF. */
export async function plantDocuments(
  db: Primary,
  customerId: string,
  { name, cpf }: Identity,
): Promise<Pick<RecordIds, 'kitId' | 'documents'>> {
  const kitId = newId()
  const kit = { customerId, id: kitId }
  await db
    .insert(documentKits)
    .values({ ...kit, title: `Contrato de ${name}`, journeyId: JOURNEYS.reissue.id, source: 'portal' })
  let position = 0
  const ids = await eachInTurn(DOCUMENTS, async (use) => {
    const pdf = await aPdf(`${use}: ${name}, CPF ${cpf}`)
    const row = { position: ++position, title: `Termo de ${name}`, ...STATES[use] }
    return (await aDocument(db, kit, row, pdf)).id
  })
  return { kitId, documents: ids }
}
