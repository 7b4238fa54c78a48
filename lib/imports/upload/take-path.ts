import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { env } from '@/lib/env'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import { refused, type Result } from '@/lib/kernel/result'
import { registerUpload } from '../commands/register'
import { BYTES_PER_MB } from './inspect'
import { dropFile, keyOf, storeFile } from './store-file'

/** Registers a file on the server's disk like an upload, with the same refusals (`imports.…`). */
export const takePath = (ctx: WriteCtx, file: string): Promise<Result<{ importId: string }>> =>
  takeContent(ctx, createReadStream(file), path.basename(file))

/** Registers content that a program made like an upload. Refusals as in `takePath`. */
export async function takeContent(
  ctx: WriteCtx,
  content: Readable,
  fileName: string,
): Promise<Result<{ importId: string }>> {
  const id = idsOf(ctx).row()
  const inspected = await storeFile(ctx.db, id, content, env().IMPORT_MAX_MB * BYTES_PER_MB)
  if (!inspected.ok) return refused(`imports.${inspected.code}`)
  const { ok: _, ...facts } = inspected
  const registered = await registerUpload(ctx, { id, fileName, storageKey: keyOf(id), ...facts })
  if (!registered.ok) await dropFile(ctx.db, id)
  return registered
}
