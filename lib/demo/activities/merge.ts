import { and, eq, isNull } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { actorOf } from '@/lib/kernel/context'
import type { Step } from '../timeline'

/**
 * Merges a record into another one. The product has no command for it yet: this writes the same row and event, and will call the command
 * once there is one.
 */
export const merge =
  (absorbedId: string, survivorId: string): Step =>
  (ctx) =>
    ctx.db.transaction(async (tx) => {
      const absorbed = and(eq(customers.id, absorbedId), isNull(customers.survivorId))
      await tx.update(customers).set({ survivorId, updatedAt: ctx.now }).where(absorbed)
      const entry = { event: 'customer.merged', customerId: survivorId, subject: `customer:${absorbedId}` } as const
      await record(tx, actorOf(ctx), entry)
    })
