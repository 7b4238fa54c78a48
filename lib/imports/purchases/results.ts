import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import { customers, importPurchaseRows } from '@/db/schema'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { mayImport } from '../policy'
import type { ImportRow } from '../queries'

const PAGE_ROWS = 20
/** The largest integer of Postgres. */
const ROW_MAX = 2_147_483_647

export type ImportedRecord = {
  row: number
  kind: (typeof importPurchaseRows.$inferSelect)['kind']
  parentKey: string
  key: string
  customerId: string
  customerName: string
  created: boolean
  undoneAt: Date | null
  kept: boolean
}

type Page = { items: ImportedRecord[]; nextCursor: string | null }
type Options = { cursor?: string | undefined; onlyKept?: boolean }

/**
 * The purchases, items, returns and credits that an import created or updated, in the order of its rows, twenty a page. `onlyKept`: those
 * that an undo left as they were.
 */
export const listImportedRecords = query(
  'imports.run',
  async (ctx, { id }: Pick<ImportRow, 'id'>, { cursor, onlyKept = false }: Options = {}): Promise<Page> => {
    if (!mayImport(ctx.viewer)) return { items: [], nextCursor: null }
    const table = importPurchaseRows
    const rows = await ctx.db
      .select({
        row: table.row,
        kind: table.kind,
        parentKey: table.parentKey,
        key: table.key,
        customerId: table.customerId,
        customerName: shownNameOf(customers),
        created: sql<boolean>`${table.before} is null`,
        undoneAt: table.undoneAt,
        kept: table.kept,
      })
      .from(table)
      .innerJoin(customers, eq(customers.id, table.customerId))
      .where(and(eq(table.importId, id), isNotNull(table.after), after(cursor), onlyKept ? table.kept : undefined))
      .orderBy(asc(table.row), asc(table.kind), asc(table.parentKey), asc(table.key))
      .limit(PAGE_ROWS + 1)
    const { page, nextCursor } = pageOf(rows, PAGE_ROWS, (last) =>
      Buffer.from(JSON.stringify([last.row, last.kind, last.parentKey, last.key])).toString('base64url'),
    )
    return { items: page, nextCursor }
  },
)

function after(cursor: string | undefined) {
  const last = cursor ? parts(cursor) : null
  if (!last) return undefined
  const { row, kind, parentKey, key } = importPurchaseRows
  return sql`(${row}, ${kind}, ${parentKey}, ${key}) > (${last[0]}::int, ${last[1]}::text, ${last[2]}::text, ${last[3]}::text)`
}

function parts(cursor: string): [number, string, string, string] | null {
  try {
    const last: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (!Array.isArray(last) || last.length !== 4) return null
    const [row, ...texts] = last as [unknown, ...unknown[]]
    const isRow = Number.isInteger(row) && Math.abs(Number(row)) <= ROW_MAX
    const isRight = isRow && texts.every((text) => typeof text === 'string' && !text.includes('\0'))
    return isRight ? (last as [number, string, string, string]) : null
  } catch {
    return null
  }
}
