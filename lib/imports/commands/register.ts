import { imports } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { refused } from '@/lib/kernel/result'
import { recordStaged } from '@/lib/storage/staged'
import { mappingOf } from '../mapping/mapping-of'
import { mayImport } from '../policy'
import { upload } from '../schema'

/**
 * Registers a stored file as an import, with the mapping last used for such a file, else a guessed one.
 * Refusals: `imports.scope_all_only`.
 */
export const registerUpload = command({
  event: 'import.uploaded',
  permission: 'imports.run',
  input: upload,
  run: async (ctx, file) => {
    if (!mayImport(ctx.viewer)) return refused('imports.scope_all_only')
    const choices = await mappingOf(ctx, file.kind, file.headers)
    await recordStaged(ctx.db, file.storageKey)
    await ctx.db.insert(imports).values({ ...file, ...choices, createdAt: ctx.now, createdBy: ctx.viewer.userId })
    return succeed(
      { importId: file.id },
      { customerId: null, subject: `import:${file.id}`, details: { bytes: file.bytes, sha256: file.sha256 } },
    )
  },
})
