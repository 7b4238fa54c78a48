import { env } from '@/lib/env'
import { registerUpload } from '@/lib/imports/commands/register'
import { NEW_IMPORT, toImport } from '@/lib/imports/paths'
import { kindIn } from '@/lib/imports/kinds/columns'
import { mayImport } from '@/lib/imports/policy'
import { BYTES_PER_MB } from '@/lib/imports/upload/inspect'
import { receiveFile } from '@/lib/imports/upload/receive'
import { dropFile, keyOf } from '@/lib/imports/upload/store-file'
import { handler } from '@/lib/http/handler'
import { newId } from '@/lib/values/ids'
import { saveFormState } from '@/lib/http/form-state-cookie'
import { whenCutShort } from '@/lib/http/multipart'
import { takeFromBudget } from '@/lib/kernel/budget'
import { IDEMPOTENCY_FIELD, idempotencyHash } from '@/lib/kernel/idempotency'
import { codeOf, invalid, refused } from '@/lib/kernel/result'
import { seeOther } from '@/lib/http/see-other'

/** Receives a file from the upload form as a stream, then redirects to its mapping. */
export const POST = handler('imports.run', async ({ request, ctx }) => {
  const refuseAs = (code: string, file?: string, values = {}) =>
    saveFormState(ctx, NEW_IMPORT, { ...invalid({ file: code }), file, values })
  const refuse = (code: string, file?: string, values = {}) => refuseAs(`imports.${code}`, file, values)
  if (!mayImport(ctx.viewer)) return refuse('scope_all_only')
  if (!(await takeFromBudget(ctx, 'uploads'))) return refuseAs('budget.uploads')
  const id = newId()
  const received = await receiveFile(ctx.db, request, id, env().IMPORT_MAX_MB * BYTES_PER_MB).catch(
    whenCutShort('cut_short' as const),
  )
  if (received === 'cut_short') return refuse('cut_short')
  const kind = kindIn(received.fields.kind)
  if (!received.file) return refuse('no_file', undefined, { kind })
  if (!received.file.ok) return refuse(received.file.code, received.fileName, { kind })
  const { fields, fileName } = received
  const { ok: _, ...facts } = received.file
  const idempotencyKey = idempotencyHash(fields[IDEMPOTENCY_FIELD], [kind, fileName, facts.sha256])
  const registered = idempotencyKey
    ? await registerUpload({ ...ctx, idempotencyKey }, { id, kind, fileName, storageKey: keyOf(id), ...facts })
    : refused('incomplete_form')
  if (!registered.ok || registered.repeated) await dropFile(ctx.db, id)
  if (registered.ok) return seeOther(toImport(registered.value.importId))
  return refuseAs(codeOf(registered.failure), fileName, { kind })
})
