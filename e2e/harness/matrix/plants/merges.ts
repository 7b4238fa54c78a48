import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customers, notes } from '@/db/schema'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { HELENA } from '@/lib/auth/demo-users'
import { mergeCustomers } from '@/lib/merges/commands/merge'
import { excludeRow } from '@/lib/merges/commands/parts'
import { PARTS_BY_DEFAULT } from '@/lib/merges/contributions'
import { aCustomer, aUser } from '@/lib/testing/builders'
import { newId } from '@/lib/values/ids'
import type { RecordIds } from '../record-ids'

/**
 * Plants a customer with two notes, merges that customer into this one, and takes one of the notes out. Plants a third customer, whom an
 * action can merge.
 */
export async function plantMerges(
  db: Primary,
  customerId: string,
  row: Partial<typeof customers.$inferInsert>,
): Promise<RecordIds['merges']> {
  // Who merges records may not approve acceptances of the customer, so it is nobody of the matrix.
  const { id: mergerId } = await aUser(db, { name: 'Quem uniu', role: 'admin' })
  const ctx = { db, viewer: (await viewerOfUser(mergerId, db))!, requestId: randomUUID(), now: new Date() }
  const { id: recordId, version: otherVersion } = await aCustomer(db, { name: 'Gêmea', ...row })
  const { id: otherId } = await aCustomer(db, { name: 'Outra gêmea', ...row })
  const [noteId, excludedNoteId] = [newId(), newId()]
  const note = { customerId: recordId, body: 'Da gêmea', authorId: HELENA.id }
  await db.insert(notes).values([
    { ...note, id: noteId },
    { ...note, id: excludedNoteId },
  ])
  const [own] = await db.select({ version: customers.version }).from(customers).where(eq(customers.id, customerId))
  const versions = { version: own!.version, otherVersion }
  const merged = await mergeCustomers(ctx, { customerId, otherId: recordId, ...versions, parts: PARTS_BY_DEFAULT })
  if (!merged.ok) throw new Error(JSON.stringify(merged.failure))
  await excludeRow(ctx, { customerId, recordId, part: 'notes', rowId: excludedNoteId })
  return { otherId, recordId, mergeId: merged.value.mergeId, noteId, excludedNoteId }
}
