import { createHash } from 'node:crypto'
import type { Primary } from '@/db/handles'
import { documentFiles, documentKits, documentNumbers, documents, journeyMessages, journeys } from '@/db/schema'
import { newId } from '@/lib/values/ids'
import { aPdf } from '@/lib/pdf/hostile'
import { archiveKey, contentKey, keepContent } from '@/lib/storage/content'
import { storage } from '@/lib/storage/storage'

/** A service journey with one message in a channel, which contains a link to documents. */
export async function aJourney(
  db: Primary,
  channel: 'email' | 'sms' = 'email',
  over: Partial<typeof journeys.$inferInsert> = {},
) {
  const [journeyId, messageId] = [newId(), newId()]
  await db.insert(journeys).values({ id: journeyId, name: 'Segunda via', purpose: 'service', ...over })
  const text = {
    name: 'Segunda via',
    step: 1,
    subject: channel === 'email' ? 'Seus documentos' : null,
    body: 'Olá, {{name}}: {{documents}}\n\n{{link}}',
  }
  await db.insert(journeyMessages).values({ id: messageId, journeyId, channel, ...text })
  return { journeyId, messageId }
}

type Kit = {
  journeyId?: string | null
  documents?: (Partial<typeof documents.$inferInsert> & { pdf?: Buffer })[]
  createdAt?: Date
}

/** A kit with its files in the storage. Archived files are in the archive storage. */
export async function aKit(
  db: Primary,
  customerId: string,
  { journeyId = null, documents: wanted = [{}], createdAt = new Date() }: Kit = {},
) {
  const kitId = newId()
  await db
    .insert(documentKits)
    .values({ customerId, id: kitId, title: 'Contrato', journeyId, source: 'portal', createdAt })
  const ids: string[] = []
  for (const [index, { pdf = aPdf(2), ...over }] of wanted.entries()) {
    const id = newId()
    const row = {
      customerId,
      id,
      kitId,
      position: index + 1,
      number: `CT-${index + 1}`,
      title: `Contrato ${index + 1}`,
      createdAt,
      ...over,
    }
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    const storageKey = row.archivedAt ? archiveKey(sha256) : contentKey(sha256)
    await keepContent(storageKey, (key) => storage().put(key, pdf))
    await db.insert(documents).values(row)
    await db.insert(documentNumbers).values({ number: row.number, customerId, documentId: id })
    await db.insert(documentFiles).values({
      customerId,
      documentId: id,
      role: 'original',
      name: `${row.title}.pdf`,
      storageKey,
      sha256,
      bytes: pdf.length,
      pages: 2,
      createdAt,
    })
    ids.push(id)
  }
  return { kitId, ids }
}
