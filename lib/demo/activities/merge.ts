import { inArray } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { mergeCustomers } from '@/lib/merges/commands/merge'
import { PARTS_BY_DEFAULT } from '@/lib/merges/contributions'
import { accepted, type Step } from '../timeline'

/** Merges a record into another one, with every part and without changing the survivor's registration. */
export const merge =
  (absorbedId: string, survivorId: string): Step =>
  async (ctx) => {
    const rows = await ctx.db
      .select({ id: customers.id, version: customers.version })
      .from(customers)
      .where(inArray(customers.id, [absorbedId, survivorId]))
    const version = (id: string) => rows.find((row) => row.id === id)?.version
    const input = { parts: PARTS_BY_DEFAULT, version: version(survivorId), otherVersion: version(absorbedId) }
    await accepted(mergeCustomers(ctx, { customerId: survivorId, otherId: absorbedId, ...input }))
  }
