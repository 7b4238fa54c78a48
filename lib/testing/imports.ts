import { Readable } from 'node:stream'
import { eq, sql } from 'drizzle-orm'
import { contactPoints, customers, importRejections, imports } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { mapColumns } from '@/lib/imports/commands/map-columns'
import { registerUpload } from '@/lib/imports/commands/register'
import { startImport } from '@/lib/imports/commands/start'
import { previewImport } from '@/lib/imports/preview'
import { getImport } from '@/lib/imports/queries'
import { runImport } from '@/lib/imports/run-import'
import type { ImportKind } from '@/db/schema/imports'
import type { Mapping } from '@/lib/imports/kinds/rows'
import { keyOf, storeFile } from '@/lib/imports/upload/store-file'

const MAX_BYTES = 1_000_000

/** Uploads a file as the upload route does. */
export async function anUpload(
  ctx: WriteCtx,
  content: string | Buffer,
  fileName = 'clientes.csv',
  kind: ImportKind = 'customers',
) {
  const id = newId()
  const file = await storeFile(ctx.db, id, Readable.from([Buffer.from(content)]), { maxBytes: MAX_BYTES, kind })
  if (!file.ok) throw new Error(file.code)
  const { ok: _, ...facts } = file
  const registered = await registerUpload(ctx, { id, kind, fileName, storageKey: keyOf(id), ...facts })
  if (!registered.ok) throw new Error(JSON.stringify(registered.failure))
  return findImport(ctx, id)
}

type Choices = { kind?: ImportKind; mapping?: Mapping; source?: string; keepAttributes?: boolean }

/** Uploads and queues a file, by default with the guessed mapping and with all other columns as attributes. */
export async function aQueuedImport(ctx: WriteCtx, content: string | Buffer, choices: Choices = {}) {
  const { id, mapping, source } = await anUpload(ctx, content, undefined, choices.kind)
  const keep = choices.keepAttributes ?? !choices.kind
  const columns = {
    source: choices.source ?? source,
    ...(keep && { keepAttributes: 'on' }),
    ...(choices.mapping ?? mapping),
  }
  for (const result of [
    await mapColumns(ctx, { importId: id, ...columns }),
    await startImport(ctx, { importId: id }),
  ]) {
    if (!result.ok) throw new Error(JSON.stringify(result.failure))
  }
  return findImport(ctx, id)
}

/** Uploads a file and imports it to its end. */
export async function aFinishedImport(ctx: WriteCtx, content: string | Buffer, choices: Choices = {}) {
  const { id } = await aQueuedImport(ctx, content, choices)
  await runImport(ctx.db, id)
  return findImport(ctx, id)
}

export async function findImport(ctx: WriteCtx, id: string) {
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, id))
  return row!
}

/** Returns the result of an import in short: one line for each customer and contact point, and the codes of its reasons. */
export async function importedBy(ctx: WriteCtx, content: string | Buffer, choices: Choices = {}) {
  const uploaded = await anUpload(ctx, content)
  const preview = await previewImport(ctx, (await getImport(ctx, uploaded.id))!)
  const file = await aFinishedImport(ctx, content, choices)
  const made = await ctx.db
    .select({ customer: customers })
    .from(customers)
    .where(
      sql`exists (select from audit_events e where e.customer_id = ${customers.id} and e.details::jsonb ->> 'importId' = ${file.id})`,
    )
    .orderBy(
      sql`(select min((e.details::jsonb ->> 'row')::int) from audit_events e where e.customer_id = ${customers.id})`,
    )
  const points = await ctx.db
    .select()
    .from(contactPoints)
    .where(sql`${contactPoints.customerId} = any(${sql.param(made.map(({ customer }) => customer.id))}::uuid[])`)
    .orderBy(contactPoints.id)
  const reported = await ctx.db
    .select()
    .from(importRejections)
    .where(eq(importRejections.importId, file.id))
    .orderBy(importRejections.row)
  const codesOf = (outcome: string) =>
    reported
      .filter((row) => row.outcome === outcome)
      .map(({ row, reasons }) => [row, ...reasons.map(({ code }) => code)])
  return {
    file,
    preview,
    names: made.map(({ customer }) => customer.name),
    customers: made.map(({ customer }) => customer),
    documents: made.map(({ customer }) => customer.documentNumber),
    points: made.map(({ customer }) =>
      points
        .filter(({ customerId }) => customerId === customer.id)
        .map(({ channel, normalized }) => `${channel} ${normalized}`),
    ),
    pointRows: points,
    noted: codesOf('noted'),
    rejected: codesOf('rejected'),
    reported,
  }
}
