import { createHash } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Primary } from '@/db/handles'
import { documentFiles, documentKits, documentNumbers, documents, journeyMessages, journeys } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { contentKey, keepContent } from '@/lib/storage/content'
import { storage } from '@/lib/storage/storage'

/** A journey with one message per channel, each with a link. */
export async function aJourney(db: Primary, over: Partial<typeof journeys.$inferInsert> = {}) {
  const [journey] = await db
    .insert(journeys)
    .values({ id: newId(), name: 'Contrato e aceite', purpose: 'service', ...over })
    .returning()
  const text = { journeyId: journey!.id, name: 'Contrato para aceite', step: 1, body: 'Olá, {{name}}!\n\n{{link}}' }
  const messages = await db
    .insert(journeyMessages)
    .values([
      { ...text, id: newId(), channel: 'email', subject: 'Seu contrato' },
      { ...text, id: newId(), channel: 'sms' },
      { ...text, id: newId(), channel: 'whatsapp' },
    ])
    .returning()
  return { ...journey!, messages }
}

export async function aKit(db: Primary, customerId: string, over: Partial<typeof documentKits.$inferInsert> = {}) {
  const [row] = await db
    .insert(documentKits)
    .values({ customerId, id: newId(), title: 'Contrato de adesão', source: 'portal', ...over })
    .returning()
  return row!
}

/** A document of a kit with its original in the storage. `RETRATO_DATA` must be set first. */
export async function aDocument(
  db: Primary,
  kit: { customerId: string; id: string },
  over: Partial<typeof documents.$inferInsert> = {},
  pdf?: Buffer,
) {
  const { customerId } = kit
  const id = newId()
  const number = `D${id.slice(-8)}`.toUpperCase()
  const content = pdf ?? (await aPdf())
  const [document] = await db
    .insert(documents)
    .values({ customerId, id, kitId: kit.id, position: 1, number, title: 'Contrato de adesão', ...over })
    .returning()
  await db.insert(documentNumbers).values({ number: document!.number, customerId, documentId: document!.id })
  const sha256 = createHash('sha256').update(content).digest('hex')
  const storageKey = contentKey(sha256)
  await keepContent(storageKey, (key) => storage().put(key, content))
  const pages = (await PDFDocument.load(content)).getPageCount()
  const [file] = await db
    .insert(documentFiles)
    .values({
      customerId,
      documentId: document!.id,
      role: 'original',
      name: 'contrato.pdf',
      storageKey,
      sha256,
      bytes: content.length,
      pages,
    })
    .returning()
  return { ...document!, file: file!, content }
}

/** A small PDF with unique content. */
export async function aPdf(text = `Contrato ${newId()}`, pages = 1): Promise<Buffer> {
  const pdf = await PDFDocument.create()
  for (let page = 1; page <= pages; page++)
    pdf.addPage([595, 842]).drawText(`${text}, ${page}`, { x: 60, y: 760, size: 14 })
  return Buffer.from(await pdf.save())
}
