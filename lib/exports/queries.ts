import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { exportParts, exports, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { pageOf } from '@/lib/kernel/page-of'
import { query } from '@/lib/kernel/query'
import { isUuid } from '@/lib/values/ids'
import { isInstant } from '@/lib/values/instants'
import { coversAccess, mayOpenExport, seesAllExports } from './policy'

export type ExportRow = typeof exports.$inferSelect & { requestedByName: string }

const PAGE_ROWS = 20

const after = (cursor: string | undefined) => {
  const [at, id] = (cursor ?? '').split('_')
  return isInstant(at) && isUuid(id)
    ? sql`(${exports.createdAt}, ${exports.id}) < (${at}::timestamptz, ${id}::uuid)`
    : undefined
}

/** The viewer's exports, newest first, twenty a page; an admin sees those of all users. */
export const listExports = query('exports.create', async (ctx, cursor?: string) => {
  const rows = await ctx.db
    .select({ row: exports, requestedByName: users.name, cursor: sql<string>`to_json(${exports.createdAt})#>>'{}'` })
    .from(exports)
    .innerJoin(users, eq(users.id, exports.requestedBy))
    .where(and(seesAllExports(ctx.viewer) ? undefined : eq(exports.requestedBy, ctx.viewer.userId), after(cursor)))
    .orderBy(desc(exports.createdAt), desc(exports.id))
    .limit(PAGE_ROWS + 1)
  const { page, nextCursor } = pageOf(rows, PAGE_ROWS, ({ cursor: at, row }) => `${at}_${row.id}`)
  return {
    items: page.map(({ row, requestedByName }): ExportRow => ({ ...row, requestedByName })),
    nextCursor,
  }
})

/** One export; null when it is absent, or belongs to somebody else and the viewer is not an admin. */
export const getExport = query('exports.create', async (ctx, id: string | undefined): Promise<ExportRow | null> => {
  if (!isUuid(id)) return null
  const [found] = await ctx.db
    .select({ row: exports, requestedByName: users.name })
    .from(exports)
    .innerJoin(users, eq(users.id, exports.requestedBy))
    .where(eq(exports.id, id))
  return found && mayOpenExport(ctx.viewer, found.row) ? { ...found.row, requestedByName: found.requestedByName } : null
})

export type ExportFile = { storageKey: string; bytes: number; sha256: string }

/** The file of a finished export, while it exists and the viewer may still see everything in it. */
export function fileOf({ now, viewer }: Ctx, row: ExportRow): ExportFile | null {
  const { storageKey, bytes, sha256, access, expiresAt, fileDeletedAt } = row
  if (!storageKey || bytes === null || !sha256 || !access || fileDeletedAt) return null
  if (!expiresAt || expiresAt <= now || !coversAccess(viewer, access)) return null
  return { storageKey, bytes, sha256 }
}

/** The exports that any of these records is in, newest first, for an erasure: their files left the portal with this customer. */
export const listExportsWith = query(
  'audit.read',
  async (
    ctx,
    customerIds: readonly string[],
  ): Promise<{ id: string; requestedBy: string; finishedAt: Date | null }[]> => {
    const found = ctx.db
      .select({ id: exportParts.exportId })
      .from(exportParts)
      .where(sql`${exportParts.customerIds} && ${sql.param([...customerIds])}::uuid[]`)
    return ctx.db
      .select({ id: exports.id, requestedBy: exports.requestedBy, finishedAt: exports.finishedAt })
      .from(exports)
      .where(and(eq(exports.status, 'finished'), inArray(exports.id, found)))
      .orderBy(desc(exports.createdAt))
  },
)
