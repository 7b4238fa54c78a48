import { randomUUID } from 'node:crypto'
import type { Primary } from '@/db/handles'
import { contactPoints, customers, stores, users } from '@/db/schema'
import type { Role } from '@/lib/access/permissions'
import { viewerOf, type Scope, type Viewer } from '@/lib/access/viewer'
import type { WriteCtx } from '@/lib/kernel/context'
import { newCustomerId, newId } from '@/lib/values/ids'
import { indexNames } from '@/lib/customers/index-names'

export async function aStore(db: Primary, over: Partial<typeof stores.$inferInsert> = {}) {
  const [row] = await db
    .insert(stores)
    .values({ id: newId(), code: randomUUID(), name: 'Loja Paulista', ...over })
    .returning()
  return row!
}

export async function aUser(db: Primary, over: Partial<typeof users.$inferInsert> = {}) {
  const id = newId()
  const [row] = await db
    .insert(users)
    .values({ id, name: 'Júlia Ramos', email: `${id}@example.com`, role: 'agent', scope: 'all', ...over })
    .returning()
  return row!
}

/** A customer with its search row, and nothing else. */
export async function aCustomer(db: Primary, over: Partial<typeof customers.$inferInsert> = {}) {
  const [row] = await db
    .insert(customers)
    .values({ id: newCustomerId(), kind: 'person', name: 'Maria Clara Antunes', ...over })
    .returning()
  await indexNames(db, [row!.id])
  return row!
}

/** A customer with a record that was merged into it. */
export async function aMerged(
  db: Primary,
  over: { survivor?: Partial<typeof customers.$inferInsert>; absorbed?: Partial<typeof customers.$inferInsert> } = {},
) {
  const survivor = await aCustomer(db, over.survivor)
  const absorbed = await aCustomer(db, { name: 'Maria C. Antunes', survivorId: survivor.id, ...over.absorbed })
  return { survivor, absorbed, memberIds: [survivor.id, absorbed.id] }
}

export async function aPoint(db: Primary, customerId: string, over: Partial<typeof contactPoints.$inferInsert> = {}) {
  const [row] = await db
    .insert(contactPoints)
    .values({
      customerId,
      id: newId(),
      channel: 'email',
      value: 'maria@example.com',
      normalized: 'maria@example.com',
      matchKey: 'maria@example.com',
      ...over,
    })
    .returning()
  return row!
}

async function aViewer(db: Primary, role: Role = 'agent', scope: Scope = { kind: 'all' }): Promise<Viewer> {
  const user = await aUser(db, { role, scope: scope.kind })
  return viewerOf({
    userId: user.id,
    sessionId: newId(),
    name: user.name,
    email: user.email,
    role,
    scope,
    locale: 'pt-BR',
    storeNames: [],
  })
}

/** A context to run queries and commands in. */
export async function aCtx(db: Primary, role: Role = 'agent', scope?: Scope): Promise<WriteCtx> {
  return { db, viewer: await aViewer(db, role, scope), requestId: randomUUID(), now: new Date() }
}
