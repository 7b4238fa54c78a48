import type { DemoUser } from '../demo-users'
import { diceOf } from '../dice'
import type { DemoJourney } from '../journeys'
import { DOCUMENT_TEXTS, type DocumentText } from '../vocabulary/document-texts'
import { type Life, type Moment, tell, touch } from './life'

export type Filing = {
  title: string
  journey: DemoJourney | null
  /** With several documents the following ones get `-2`, `-3`. */
  number: string
  documents: readonly { text: DocumentText; title?: string; id?: string }[]
  archivedAt?: Date
}

export type Filed = { id: string; title: string }

/** A kit of documents. By chances of its own, so that the rest of a life stays as it is. */
export function file(
  life: Life,
  { at, by }: Moment,
  { title, journey, number, documents, archivedAt }: Filing,
): Filed[] {
  const { customer } = life
  const dice = diceOf(`kit ${customer.id} ${number}`)
  const own = { customerId: customer.id, createdAt: at }
  const kitId = dice.uuidV7(at)
  life.kits.push({
    ...own,
    id: kitId,
    title,
    journeyId: journey?.id ?? null,
    source: by ? 'portal' : 'import',
    createdBy: by?.id ?? null,
  })
  const filed = documents.map(({ text, title: called = DOCUMENT_TEXTS[text].title, id = dice.uuidV7(at) }, index) => {
    const row = {
      ...own,
      id,
      kitId,
      position: index + 1,
      number: index ? `${number}-${index + 1}` : number,
      title: called,
    }
    life.documents.push({ ...row, archivedAt: archivedAt ?? null, deletedAt: null, deletedBy: null })
    life.papers.push({
      customerId: customer.id,
      documentId: id,
      text,
      name: `${called}.pdf`,
      archived: Boolean(archivedAt),
      createdAt: at,
    })
    return { id, title: called }
  })
  if (!by) return filed
  touch(life, at)
  const numbers = life.documents.filter((document) => document.kitId === kitId).map((document) => document.number)
  tell(
    life,
    { at, by },
    {
      event: 'document.kit_created',
      subject: `kit:${kitId}`,
      before: null,
      after: { title, numbers: numbers.join(', ') },
      details: { documents: documents.length },
    },
  )
  return filed
}

/** Its row stays, its bytes were never there. */
export function drop(life: Life, { at, by }: Moment & { by: DemoUser }, { id }: Filed): void {
  const document = life.documents.find((one) => one.id === id)!
  Object.assign(document, { deletedAt: at, deletedBy: by.id })
  touch(life, at)
  const { title, number } = document
  tell(
    life,
    { at, by },
    { event: 'document.deleted', subject: `document:${id}`, before: { title, number }, after: null },
  )
}
