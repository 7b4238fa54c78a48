import { createHash } from 'node:crypto'
import type { Primary } from '@/db/handles'
import { attachments } from '@/db/schema'
import { HELENA } from '@/lib/auth/demo-users'
import { newKey } from '@/lib/storage/staged'
import { storage } from '@/lib/storage/storage'
import { newId } from '@/lib/values/ids'
import { ATTACHMENTS, eachInTurn, type RecordIds } from '../record-ids'
import type { Identity } from '../secrets'

/**
 * Plants an attachment for each use. Its name and its text contain the customer's name, but no personal value that is masked elsewhere: a file
 * is shown as it was uploaded.
 */
export function plantAttachments(
  db: Primary,
  customerId: string,
  { name }: Identity,
): Promise<RecordIds['attachments']> {
  return eachInTurn(ATTACHMENTS, async () => {
    const content = Buffer.from(`Recibo de ${name}`)
    const [id, storageKey] = [newId(), newKey('attachments')]
    await storage().put(storageKey, content)
    await db.insert(attachments).values({
      ...{ customerId, id, storageKey, type: 'text', charset: 'utf-8', createdBy: HELENA.id },
      name: `Recibo de ${name}.txt`,
      sha256: createHash('sha256').update(content).digest('hex'),
      bytes: content.length,
    })
    return id
  })
}
