import { inArray } from 'drizzle-orm'
import { customers } from '@/db/schema'
import {
  differs,
  haveDifferentDocuments,
  MERGE_FIELDS,
  takenByDefault,
  type MergeField,
} from '@/lib/customers/merge-fields'
import type { Ctx } from '@/lib/kernel/context'
import { query } from '@/lib/kernel/query'

/** How two customers differ, without their values: masked values may look equal and differ. */
export type Comparison = {
  /** The fields with different values, in display order. */
  different: MergeField[]
  /** The fields whose value comes from the other customer unless the person chooses. */
  taken: MergeField[]
  /** Whether both have a document of one type, with different numbers. */
  hasDifferentDocuments: boolean
  /** How many values from other systems the other customer has and the kept one lacks. */
  addedAttributes: number
}

/** Compares two surviving records within the viewer's scope, which the caller has checked. */
export const compareForMerge = query(
  'customers.merge',
  async ({ db }: Ctx, keptId: string, otherId: string): Promise<Comparison> => {
    const rows = await db
      .select()
      .from(customers)
      .where(inArray(customers.id, [keptId, otherId]))
    const [kept, other] = [rows.find(({ id }) => id === keptId)!, rows.find(({ id }) => id === otherId)!]
    return {
      different: MERGE_FIELDS.filter((field) => differs(kept, other, field)),
      taken: takenByDefault(kept, other),
      hasDifferentDocuments: haveDifferentDocuments(kept, other),
      addedAttributes: Object.keys(other.attributes).filter((name) => !(name in kept.attributes)).length,
    }
  },
)
