import { and, asc, eq, sql } from 'drizzle-orm'
import { customers, importChanges } from '@/db/schema'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import { isUuid } from '@/lib/values/ids'
import { mayImport } from '../policy'
import type { ImportRow } from '../queries'

const PAGE_ROWS = 20

export type ImportedCustomer = {
  row: number
  customerId: string
  /** Null when an undo has removed the customer. */
  name: string | null
  created: boolean
  undoneAt: Date | null
  /** What an undo left in place: `customer`, fields, channels, or names of attributes. */
  kept: string[]
}

const isKept = sql`jsonb_array_length(${importChanges.kept}) > 0`

/**
 * The customers that an import created or updated, in the order of its rows, twenty a page. `onlyKept`: those that an undo left in place, in
 * whole or in part.
 */
export const listImportedCustomers = query(
  'imports.run',
  async (
    ctx,
    { id }: Pick<ImportRow, 'id'>,
    { cursor, onlyKept = false }: { cursor?: string | undefined; onlyKept?: boolean } = {},
  ): Promise<{ items: ImportedCustomer[]; nextCursor: string | null }> => {
    if (!mayImport(ctx.viewer)) return { items: [], nextCursor: null }
    const rows = await ctx.db
      .select({
        row: importChanges.row,
        customerId: importChanges.customerId,
        name: shownNameOf(customers),
        created: importChanges.created,
        undoneAt: importChanges.undoneAt,
        kept: importChanges.kept,
      })
      .from(importChanges)
      .leftJoin(customers, eq(customers.id, importChanges.customerId))
      .where(and(eq(importChanges.importId, id), after(cursor), onlyKept ? isKept : undefined))
      .orderBy(asc(importChanges.row), asc(importChanges.customerId))
      .limit(PAGE_ROWS + 1)
    const { page, nextCursor } = pageOf(rows, PAGE_ROWS, (last) => `${last.row}_${last.customerId}`)
    return { items: page.map((item) => ({ ...item, kept: item.kept ?? [] })), nextCursor }
  },
)

function after(cursor: string | undefined) {
  const [row, customerId] = (cursor ?? '').split('_')
  return /^\d{1,9}$/.test(row ?? '') && isUuid(customerId)
    ? sql`(${importChanges.row}, ${importChanges.customerId}) > (${Number(row)}::int, ${customerId}::uuid)`
    : undefined
}
