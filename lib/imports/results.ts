import { and, asc, eq, sql } from 'drizzle-orm'
import { customers, importChanges } from '@/db/schema'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import { isUuid } from '@/lib/values/ids'
import { mayImport } from './policy'
import type { ImportRow } from './queries'

const PAGE_ROWS = 20

export type ImportedCustomer = {
  row: number
  customerId: string
  name: string
  created: boolean
}

/** The customers that an import created or updated, in the order of its rows, twenty a page. */
export const listImportedCustomers = query(
  'imports.run',
  async (
    ctx,
    { id }: Pick<ImportRow, 'id'>,
    cursor?: string,
  ): Promise<{ items: ImportedCustomer[]; nextCursor: string | null }> => {
    if (!mayImport(ctx.viewer)) return { items: [], nextCursor: null }
    const rows = await ctx.db
      .select({
        row: importChanges.row,
        customerId: importChanges.customerId,
        name: shownNameOf(customers),
        created: importChanges.created,
      })
      .from(importChanges)
      .innerJoin(customers, eq(customers.id, importChanges.customerId))
      .where(and(eq(importChanges.importId, id), after(cursor)))
      .orderBy(asc(importChanges.row), asc(importChanges.customerId))
      .limit(PAGE_ROWS + 1)
    const { page, nextCursor } = pageOf(rows, PAGE_ROWS, (last) => `${last.row}_${last.customerId}`)
    return { items: page, nextCursor }
  },
)

function after(cursor: string | undefined) {
  const [row, customerId] = (cursor ?? '').split('_')
  return /^\d{1,9}$/.test(row ?? '') && isUuid(customerId)
    ? sql`(${importChanges.row}, ${importChanges.customerId}) > (${Number(row)}::int, ${customerId}::uuid)`
    : undefined
}
