import { and, desc, eq, sql } from 'drizzle-orm'
import { importRejections, imports, users } from '@/db/schema'
import { isUuid } from '@/lib/values/ids'
import { isInstant } from '@/lib/values/instants'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { mayImport, maySeeRows } from './policy'

export type ImportRow = typeof imports.$inferSelect & { createdByName: string }

const PAGE_ROWS = 20
const SHOWN_ROWS = 20

const within = (cursor: string | undefined) => {
  const [at, id] = (cursor ?? '').split('_')
  return isInstant(at) && isUuid(id)
    ? sql`(${imports.createdAt}, ${imports.id}) < (${at}::timestamptz, ${id}::uuid)`
    : undefined
}

/** Imports, newest first, twenty a page. Empty for a viewer without a scope over all customers. */
export const listImports = query(
  'imports.run',
  async (ctx, cursor?: string): Promise<{ items: ImportRow[]; nextCursor: string | null }> => {
    if (!mayImport(ctx.viewer)) return { items: [], nextCursor: null }
    const rows = await ctx.db
      .select({ file: imports, createdByName: users.name, cursor: sql<string>`to_json(${imports.createdAt})#>>'{}'` })
      .from(imports)
      .innerJoin(users, eq(users.id, imports.createdBy))
      .where(within(cursor))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(PAGE_ROWS + 1)
    const { page, nextCursor } = pageOf(rows, PAGE_ROWS, ({ cursor: at, file }) => `${at}_${file.id}`)
    return { items: page.map(({ file, createdByName }) => ({ ...file, createdByName })), nextCursor }
  },
)

/** One import, or null when it is absent or out of scope. */
export const getImport = query('imports.run', async (ctx, id: string | undefined): Promise<ImportRow | null> => {
  if (!isUuid(id) || !mayImport(ctx.viewer)) return null
  const [row] = await ctx.db
    .select({ file: imports, createdByName: users.name })
    .from(imports)
    .innerJoin(users, eq(users.id, imports.createdBy))
    .where(eq(imports.id, id))
  return row ? { ...row.file, createdByName: row.createdByName } : null
})

export type ReportedRow = typeof importRejections.$inferSelect
export type RowOutcome = ReportedRow['outcome']

type Reported = { outcome: RowOutcome; after?: number; limit?: number }

/** The rows of an import that were rejected or accepted in part, in file order, `limit` (20) at a time. Empty for a viewer who may not see them. */
export const listReportedRows = query(
  'imports.run',
  async (ctx, file: ImportRow, reported: Reported): Promise<ReportedRow[]> => {
    if (!maySeeRows(ctx.viewer, file)) return []
    const { outcome, after = 0, limit = SHOWN_ROWS } = reported
    return ctx.db
      .select()
      .from(importRejections)
      .where(
        and(
          eq(importRejections.importId, file.id),
          eq(importRejections.outcome, outcome),
          sql`${importRejections.row} > ${after}`,
        ),
      )
      .orderBy(importRejections.row)
      .limit(limit)
  },
)
