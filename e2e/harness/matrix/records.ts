import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customers } from '@/db/schema'
import { ECOMMERCE, PAULISTA } from '@/lib/demo/stores'
import { BRUNA, HELENA } from '@/lib/auth/demo-users'
import { createJourneys } from '@/lib/demo/journeys'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { aUser } from '@/lib/testing/builders'
import { absentRecords, type Planted } from './known'
import { plantCustomer } from './plants/customer'
import { FOREIGN, OWN } from './secrets'

/** Two customers: everybody has the first in scope, only people who see all customers the second. */
export async function plantRecords(db: Primary): Promise<Planted> {
  const viewer = (await viewerOfUser(HELENA.id, db))!
  await createJourneys({ db, viewer, requestId: randomUUID(), now: new Date() })
  const stranger = await aUser(db, { name: 'Outra Administradora', role: 'admin' })
  const inScope = { storeId: PAULISTA.id, assignedUserId: BRUNA.id }
  const outOfScope = { storeId: ECOMMERCE.id, preferredName: 'Dona Canarinho' }
  const own = await plantCustomer(db, 'own', OWN, inScope, HELENA.id)
  const foreign = await plantCustomer(db, 'foreign', FOREIGN, outOfScope, stranger.id)
  const { customerId, version, kitId } = own
  return { own, foreign, absent: absentRecords(), mixed: { ...foreign, kind: 'mixed', customerId, version, kitId } }
}

/** The version that an edit of the customer must name now. */
export async function versionOf(db: Primary, customerId: string): Promise<string> {
  const [row] = await db.select({ version: customers.version }).from(customers).where(eq(customers.id, customerId))
  return String(row?.version ?? 1)
}
