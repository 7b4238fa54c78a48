import { inArray } from 'drizzle-orm'
import type { Primary } from '@/db/handles'
import { customers } from '@/db/schema'

/**
 * Points records at their survivor, or makes them customers of their own again with null. Nothing else of a merge moves. The caller has locked
 * the groups, and updates the search index of these records afterwards.
 */
export async function pointAt(tx: Primary, customerIds: readonly string[], survivorId: string | null): Promise<void> {
  if (customerIds.length)
    await tx
      .update(customers)
      .set({ survivorId })
      .where(inArray(customers.id, [...customerIds]))
}
