import { eq, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { importRejections, imports } from '@/db/schema'
import type { ImportKind } from '@/db/schema/imports'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { mapColumns } from '@/lib/imports/commands/map-columns'
import { startImport } from '@/lib/imports/commands/start'
import { runImport } from '@/lib/imports/run-import'
import { takePath } from '@/lib/imports/upload/take-path'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Result } from '@/lib/kernel/result'
import { newId } from '@/lib/values/ids'
import { CliError } from '@/scripts/cli-error'
import { withClient } from '@/scripts/database/databases'

export type FileName = 'customers' | 'orders' | 'items'
export type EvalFiles = { customers: string; orders: string; items?: string }
/** The column of each target, by file. */
export type Mappings = Record<FileName, Record<string, string>>

const KINDS: Record<FileName, ImportKind> = { customers: 'customers', orders: 'purchases', items: 'purchase_items' }

type Choices = { maps: readonly string[]; source: string; dayOrder: 'mdy' | 'dmy' }

/** Imports the files one after another, as an admin and by the commands of the portal, and prints what became of their rows. */
export async function importFiles(
  superuser: string,
  files: EvalFiles,
  { maps, source, dayOrder }: Choices,
  print: (line: string) => void,
): Promise<{ ctx: WriteCtx; mappings: Mappings }> {
  const ctx = await adminCtx(superuser)
  const mappings: Mappings = { customers: {}, orders: {}, items: {} }
  for (const name of ['customers', 'orders', 'items'] as const) {
    const file = files[name]
    if (!file) continue
    const { importId } = valueOf(await takePath(ctx, file, KINDS[name]))
    const uploaded = await importRow(importId)
    const mapping = { ...(uploaded.mapping as Record<string, string>), ...chosen(maps, name) }
    for (const [target, column] of Object.entries(mapping)) if (column === '') delete mapping[target]
    const dialect = { ...uploaded.dialect, dayOrder }
    await ctx.db.update(imports).set({ dialect }).where(eq(imports.id, importId))
    valueOf(await mapColumns(ctx, { importId, source, ...mapping }))
    valueOf(await startImport(ctx, { importId }))
    await runImport(ctx.db, importId)
    mappings[name] = mapping
    await printResult(name, importId, print)
  }
  return { ctx, mappings }
}

/** `orders.total=valor` sets a column, `orders.total=` takes a guessed one away. */
function chosen(maps: readonly string[], name: FileName): Record<string, string> {
  return Object.fromEntries(
    maps.flatMap((text) => {
      const [, file, target, column] = /^(customers|orders|items)\.(\w+)=(.*)$/.exec(text) ?? []
      if (!file) throw new CliError(`--map expects FILE.TARGET=COLUMN, not ${text}`)
      return file === name ? [[target!, column!]] : []
    }),
  )
}

async function printResult(name: FileName, importId: string, print: (line: string) => void): Promise<void> {
  const { status, rowsDone, accepted, created, changed, rejected, waiting, noted, mapping } = await importRow(importId)
  const columns = Object.entries(mapping ?? {}).map(([target, column]) => `${target} <- ${column}`)
  print(`${name}: ${columns.join(', ')}`)
  print(
    `  ${status}: ${rowsDone} rows, ${accepted} accepted (${created} created, ${changed} changed, ${noted} with remarks), ${rejected} rejected, ${waiting} waiting`,
  )
  const { rows } = await database('jobs').execute<{ outcome: string; code: string; count: number }>(sql`
    select outcome, reason ->> 'code' as code, count(*)::int as count
    from ${importRejections}, jsonb_array_elements(reasons) reason
    where import_id = ${importId} group by 1, 2 order by 3 desc`)
  for (const { outcome, code, count } of rows) print(`  ${outcome}: ${count} × ${code}`)
}

async function importRow(importId: string) {
  const [row] = await database('jobs').select().from(imports).where(eq(imports.id, importId))
  return row!
}

async function adminCtx(superuser: string): Promise<WriteCtx> {
  const id = newId()
  await withClient(superuser, (client) =>
    client.query(
      `insert into users (id, name, email, role, scope) values ($1, 'Evaluation', 'eval@example.com', 'admin', 'all')`,
      [id],
    ),
  )
  const db = database('jobs')
  const viewer = await viewerOfUser(id, db)
  return { db, viewer: viewer!, requestId: newId(), now: new Date(), isProgram: true }
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CliError(JSON.stringify(result.failure))
}
