import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { exportParts, exports } from '@/db/schema'
import { i18n } from '@/lib/i18n/translator'
import type { WriteCtx } from '@/lib/kernel/context'
import { readAhead } from '@/lib/kernel/read-ahead'
import type { Report } from '@/lib/reports/customer-filter/schema'
import { listReportRows, type ReportRow } from '@/lib/search/report-rows'
import { putStream } from '@/lib/storage/put-stream'
import { newKey, stageFile } from '@/lib/storage/staged'
import { csvOf } from './csv'

type Row = typeof exports.$inferSelect

export type Written = { storageKey: string; bytes: number; sha256: string }

/** The export was cancelled, or a newer attempt has replaced this one. */
export class Stopped extends Error {}

/** Stores the file of the fixed customers, a thousand at a time. The file is staged until the export is finished. @throws Stopped */
export async function writeFile(ctx: WriteCtx, attempt: Row, report: Report): Promise<Written> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* chunks() {
    for await (const text of texts(ctx, attempt, report)) {
      const chunk = Buffer.from(text)
      hash.update(chunk)
      bytes += chunk.length
      yield chunk
    }
  }
  const storageKey = await stageFile(ctx.db, newKey('exports'), (key) => putStream(key, Readable.from(chunks())))
  return { storageKey, bytes, sha256: hash.digest('hex') }
}

async function* texts(ctx: WriteCtx, attempt: Row, { columns }: Report): AsyncGenerator<string> {
  const csv = csvOf({ columns, delimiter: attempt.delimiter, i18n: i18n(ctx.viewer.locale) })
  yield csv.header
  for await (const rows of readAhead(parts(ctx, attempt.id, columns))) {
    yield csv.rows(rows)
    await saveProgress(ctx, attempt, rows.length)
  }
}

/** The scope decided at the moment of the export which customers it has, so that their rows are read without it. The masks are the requester's. */
async function* parts(ctx: WriteCtx, exportId: string, columns: Report['columns']): AsyncGenerator<ReportRow[]> {
  const reading = { ...ctx, viewer: { ...ctx.viewer, scope: { kind: 'all' as const } } }
  for (let part = -1; ;) {
    const [next] = await ctx.db
      .select()
      .from(exportParts)
      .where(and(eq(exportParts.exportId, exportId), gt(exportParts.part, part)))
      .orderBy(asc(exportParts.part))
      .limit(1)
    if (!next) return
    part = next.part
    yield listReportRows(reading, next.customerIds, columns)
  }
}

async function saveProgress({ db }: WriteCtx, { id, attemptId }: Row, rows: number): Promise<void> {
  const saved = await db
    .update(exports)
    .set({ rowsDone: sql`${exports.rowsDone} + ${rows}` })
    .where(and(eq(exports.id, id), eq(exports.status, 'running'), eq(exports.attemptId, attemptId!)))
    .returning({ id: exports.id })
  if (!saved.length) throw new Stopped()
}
