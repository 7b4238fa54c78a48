import { and, count, eq, sql } from 'drizzle-orm'
import { importChanges } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import type { UndoOutlook } from '../../kinds/kind'
import type { ImportRow } from '../../queries'
import { isTouchedBy } from './read-history'

/** Counts what an undo would change, before somebody confirms it. */
export const getUndoOutlook = query(
  'imports.run',
  async ({ db }, { id }: Pick<ImportRow, 'id'>): Promise<UndoOutlook> => {
    const [row] = await db
      .select({
        created: sql<number>`(${count()} filter (where ${importChanges.created}))::int`,
        changed: sql<number>`(${count()} filter (where not ${importChanges.created}))::int`,
      })
      .from(importChanges)
      .where(eq(importChanges.importId, id))
    const [touched] = await db
      .select({ count: count() })
      .from(importChanges)
      .where(
        and(
          eq(importChanges.importId, id),
          eq(importChanges.created, true),
          sql`exists (select from audit_events e where e.customer_id = ${importChanges.customerId} and ${isTouchedBy(id)})`,
        ),
      )
    return { created: row?.created ?? 0, changed: row?.changed ?? 0, touched: touched?.count ?? 0 }
  },
)
