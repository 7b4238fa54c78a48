import { and, asc, eq, isNull } from 'drizzle-orm'
import { users } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import { findDocument } from '../find'
import { getKit } from './kits'
import type { ViewedGroup } from '@/lib/customer-group/group'

/** A customer's document with its kit, as the section lists them, or null. */
export const getDocument = query(
  'documents.read',
  async (ctx, rootId: string, group: ViewedGroup, documentId: string | undefined) => {
    const found = await findDocument(ctx, rootId, documentId)
    const kit = found && (await getKit(ctx, group, found.kit.id))
    const document = kit?.documents.find((one) => one.id === documentId)
    return kit && document ? { kit, document } : null
  },
)

/** The administrators whom one can ask about a deleted document, by name; at most three. */
export const listKeepers = query('documents.read', (ctx) =>
  ctx.db
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(and(eq(users.role, 'admin'), isNull(users.deactivatedAt)))
    .orderBy(asc(users.name))
    .limit(3),
)
