import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { acceptances, customers } from '@/db/schema'
import { findLink } from '@/lib/sending/links'
import type { PublicContext } from '@/lib/http/public-context'
import type { Whole } from '../evidence'

export type Acceptance = typeof acceptances.$inferSelect

/** Locks the customer, then the acceptance, as every change to either does; one change of an acceptance after another. */
export async function lockAcceptance(tx: Db, { customerId, id }: Whole): Promise<Acceptance | null> {
  await tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId)).for('update')
  const [row] = await tx
    .select()
    .from(acceptances)
    .where(and(eq(acceptances.customerId, customerId), eq(acceptances.id, id)))
    .for('update')
  return row ?? null
}

/** The acceptance a link leads to, held; null for a link that leads nowhere any more. */
export async function lockAcceptanceByToken(
  tx: Db,
  { now }: Pick<PublicContext, 'now'>,
  token: string,
): Promise<Acceptance | null> {
  const found = await findLink(tx, 'acceptance', token, now)
  return found ? lockAcceptance(tx, { customerId: found.customerId, id: found.subjectId }) : null
}

export const change = (tx: Db, { customerId, id }: Whole, set: Partial<typeof acceptances.$inferInsert>) =>
  tx
    .update(acceptances)
    .set(set)
    .where(and(eq(acceptances.customerId, customerId), eq(acceptances.id, id)))
