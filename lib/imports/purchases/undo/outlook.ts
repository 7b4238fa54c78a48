import { and, count, eq, isNotNull, sql } from 'drizzle-orm'
import { importPurchaseRows } from '@/db/schema'
import { query } from '@/lib/kernel/query'
import type { ImportRow } from '../../queries'

export type RecordOutlook = {
  /** Purchases, items, returns and credits that the import created. */
  records: number
  /** Changes of those that existed before. */
  changed: number
}

/** Counts what an undo of a file about purchases would change, before somebody confirms it. */
export const getRecordOutlook = query(
  'imports.run',
  async ({ db }, { id }: Pick<ImportRow, 'id'>): Promise<RecordOutlook> => {
    const [row] = await db
      .select({
        records: sql<number>`(${count()} filter (where ${importPurchaseRows.before} is null))::int`,
        changed: sql<number>`(${count()} filter (where ${importPurchaseRows.before} is not null))::int`,
      })
      .from(importPurchaseRows)
      .where(and(eq(importPurchaseRows.importId, id), isNotNull(importPurchaseRows.after)))
    return row ?? { records: 0, changed: 0 }
  },
)
