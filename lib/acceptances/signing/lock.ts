import { and, eq } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { acceptances } from '@/db/schema'
import { lockGroup } from '@/lib/customer-group/lock'
import { findLink } from '@/lib/sending/links'
import type { PublicContext } from '@/lib/kernel/context'
import type { Whole } from '@/lib/evidence/evidence'

export type Acceptance = typeof acceptances.$inferSelect

/** Locks the customer's group, then the acceptance, so that changes to one acceptance happen one after another. */
export async function lockAcceptance(tx: Primary, { customerId, id }: Whole): Promise<Acceptance | null> {
  await lockGroup(tx, customerId)
  const [row] = await tx
    .select()
    .from(acceptances)
    .where(and(eq(acceptances.customerId, customerId), eq(acceptances.id, id)))
    .for('update')
  return row ?? null
}

/** Locks the acceptance of a link, or returns null if the link is unknown or has expired. */
export async function lockAcceptanceByToken(
  tx: Primary,
  { now }: Pick<PublicContext, 'now'>,
  token: string,
): Promise<Acceptance | null> {
  const found = await findLink(tx, 'acceptance', token, now)
  return found ? lockAcceptance(tx, { customerId: found.customerId, id: found.subjectId }) : null
}

export const change = (tx: Primary, { customerId, id }: Whole, set: Partial<typeof acceptances.$inferInsert>) =>
  tx
    .update(acceptances)
    .set(set)
    .where(and(eq(acceptances.customerId, customerId), eq(acceptances.id, id)))
