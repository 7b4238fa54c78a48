import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customers } from '@/db/schema'
import { ECOMMERCE, PAULISTA } from '@/lib/demo/stores'
import { BRUNA, HELENA } from '@/lib/auth/demo-users'
import { createJourneys } from '@/lib/demo/journeys'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { aUser } from '@/lib/testing/builders'
import { absentRecords, type Planted } from './record-ids'
import { plantCustomer } from './plants/customer'
import { plantRelationship } from './plants/relationships'
import { savePair } from '@/lib/testing/duplicates'
import { FOREIGN, OWN } from './secrets'

/** Plants two customers. The first is in everybody's scope, the second only in the scope of people who see all customers. */
export async function plantRecords(db: Primary): Promise<Planted> {
  const viewer = (await viewerOfUser(HELENA.id, db))!
  await createJourneys({ db, viewer, requestId: randomUUID(), now: new Date() })
  const stranger = await aUser(db, { name: 'Outra Administradora', role: 'admin' })
  const inScope = { storeId: PAULISTA.id, assignedUserId: BRUNA.id }
  const outOfScope = { storeId: ECOMMERCE.id, preferredName: 'Dona Canarinho' }
  const own = await plantCustomer(db, 'own', OWN, inScope, HELENA.id)
  const foreign = await plantCustomer(db, 'foreign', FOREIGN, outOfScope, stranger.id)
  // The page of the first customer must not name the second one to a person who cannot see that customer.
  await plantRelationship(db, own.customerId, foreign.customerId, { note: `Vizinha de ${FOREIGN.name}` })
  await savePair(db, own.customerId, foreign.customerId)
  const { customerId, version, kitId } = own
  return { own, foreign, absent: absentRecords(), mixed: { ...foreign, kind: 'mixed', customerId, version, kitId } }
}

/** Returns the current version, which an edit of the customer must contain. */
export async function versionOf(db: Primary, customerId: string): Promise<string> {
  const [row] = await db.select({ version: customers.version }).from(customers).where(eq(customers.id, customerId))
  return String(row?.version ?? 1)
}
