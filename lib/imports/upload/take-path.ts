import { createReadStream } from 'node:fs'
import path from 'node:path'
import { env } from '@/lib/env'
import type { Ctx } from '@/lib/kernel/context'
import { newId } from '@/lib/values/ids'
import { refused, type Result } from '@/lib/kernel/result'
import { registerUpload } from '../commands/register'
import { BYTES_PER_MB } from './inspect'
import { dropFile, keyOf, storeFile } from './store-file'

/** Registers a file of the server's own disk as if it had been uploaded. Refusals: those of the upload, under `imports.`. */
export async function takePath(ctx: Ctx, file: string): Promise<Result<{ importId: string }>> {
  const id = newId()
  const inspected = await storeFile(ctx.db, id, createReadStream(file), env().IMPORT_MAX_MB * BYTES_PER_MB)
  if (!inspected.ok) return refused(`imports.${inspected.code}`)
  const { ok: _, ...facts } = inspected
  const registered = await registerUpload(ctx, { id, fileName: path.basename(file), storageKey: keyOf(id), ...facts })
  if (!registered.ok) await dropFile(ctx.db, id)
  return registered
}
