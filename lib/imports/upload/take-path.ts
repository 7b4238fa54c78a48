import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import type { ImportKind } from '@/db/schema/imports'
import { env } from '@/lib/env'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { refused, type Result } from '@/lib/kernel/result'
import { registerUpload } from '../commands/register'
import { BYTES_PER_MB } from './inspect'
import { dropFile, keyOf, storeFile } from './store-file'

/** Registers a file on the server's disk like an upload, with the same refusals (`imports.…`). */
export const takePath = (ctx: WriteCtx, file: string, kind?: ImportKind): Promise<Result<{ importId: string }>> =>
  takeContent(ctx, createReadStream(file), path.basename(file), kind)

/** Registers content that a program made like an upload. Refusals as in `takePath`. */
export async function takeContent(
  ctx: WriteCtx,
  content: Readable,
  fileName: string,
  kind: ImportKind = 'customers',
): Promise<Result<{ importId: string }>> {
  const id = idsOf(ctx).row()
  const inspected = await storeFile(ctx.db, id, content, { maxBytes: env().IMPORT_MAX_MB * BYTES_PER_MB, kind })
  if (!inspected.ok) return refused(`imports.${inspected.code}`)
  const { ok: _, ...facts } = inspected
  const registered = await registerUpload(ctx, { id, kind, fileName, storageKey: keyOf(id), ...facts })
  if (!registered.ok) await dropFile(ctx.db, id)
  return registered
}
