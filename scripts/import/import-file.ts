import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { database, databasePool } from '@/db/client'
import { imports, users } from '@/db/schema'
import type { ImportKind } from '@/db/schema/imports'
import { viewerOfUser } from '@/lib/access/viewer-of-user'
import { i18n } from '@/lib/i18n/translator'
import { mapColumns } from '@/lib/imports/commands/map-columns'
import { startImport } from '@/lib/imports/commands/start'
import { runImport } from '@/lib/imports/run-import'
import { takePath } from '@/lib/imports/upload/take-path'
import { closeJobQueue } from '@/lib/jobs/boss'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Failure, Result } from '@/lib/kernel/result'
import { CliError } from '@/scripts/cli-error'

type Choices = {
  kind?: ImportKind
  source?: string | undefined
  mapping?: Record<string, string> | undefined
  /** Whether columns without a target become attributes. By default, what was chosen for the same headers before; otherwise no. */
  keepColumns?: boolean | undefined
}

const POLL_MS = 1000

/** Imports a file and returns its counts as a sentence. If the worker of a running portal claims the import, this waits for it. */
export async function importFile(file: string, choices: Choices, print: (line: string) => void): Promise<string> {
  try {
    const ctx = await adminCtx()
    const { importId } = valueOf(await takePath(ctx, file, choices.kind))
    const { mapping, source, keepAttributes } = await importRow(importId)
    const keep = choices.keepColumns ?? keepAttributes
    const columns = { ...(choices.mapping ?? mapping), source: choices.source ?? source }
    valueOf(await mapColumns(ctx, { importId, ...columns, ...(keep && { keepAttributes: 'on' }) }))
    for (const [target, header] of Object.entries(choices.mapping ?? mapping ?? {})) print(`  ${target} <- ${header}`)
    valueOf(await startImport(ctx, { importId }))
    await runImport(ctx.db, importId)
    return await waitFor(importId)
  } finally {
    await closeJobQueue()
    await databasePool('jobs').end()
  }
}

/** Acts as the active admin who was created first. */
async function adminCtx(): Promise<WriteCtx> {
  const db = database('jobs')
  const [admin] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'admin'), eq(users.scope, 'all'), isNull(users.deactivatedAt)))
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(1)
  const viewer = admin && (await viewerOfUser(admin.id, db))
  if (!viewer) throw new CliError('There is no active admin to import as: npm run admin -- <e-mail> <name>')
  return { db, viewer, requestId: randomUUID(), now: new Date() }
}

async function importRow(importId: string) {
  const [row] = await database('jobs').select().from(imports).where(eq(imports.id, importId))
  return row!
}

async function waitFor(importId: string): Promise<string> {
  for (;;) {
    const { status, rowsDone, accepted, created, changed, rejected, waiting, noted, failure } =
      await importRow(importId)
    const counts = `${rowsDone} rows: ${accepted} accepted (${created} created, ${changed} changed, ${noted} in part), ${rejected} rejected, ${waiting} waiting for review`
    if (status === 'finished') return counts
    if (status !== 'queued' && status !== 'running') throw new CliError(`${counts}; ${status} ${failure ?? ''}`.trim())
    await wait(POLL_MS)
  }
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CliError(messageOf(result.failure))
}

function messageOf(failure: Failure): string {
  const { t } = i18n('en')
  const codes =
    'fields' in failure && failure.fields
      ? Object.values(failure.fields)
      : ['code' in failure ? failure.code : failure.kind]
  return codes.map((code) => t(`errors.${code}` as 'errors.invalid')).join(' ')
}
