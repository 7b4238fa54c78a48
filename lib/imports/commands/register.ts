import { eq } from 'drizzle-orm'
import { importMappings, imports } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { refused } from '@/lib/kernel/result'
import { recordStaged } from '@/lib/storage/staged'
import { guessMapping, knownColumns } from '../mapping/guess'
import { mayImport } from '../policy'
import { headerSetKey } from '../reading/headers'
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
    const [remembered] = await ctx.db
      .select()
      .from(importMappings)
      .where(eq(importMappings.headerKey, headerSetKey(file.headers)))
    const mapping = remembered ? knownColumns(remembered.mapping, file.headers) : guessMapping(file.headers)
    // Columns that nobody has described may be personal, so they are kept only where somebody has chosen it.
    const choices = remembered
      ? { source: remembered.source, keepAttributes: remembered.keepAttributes }
      : { keepAttributes: false }
    await recordStaged(ctx.db, file.storageKey)
    await ctx.db
      .insert(imports)
      .values({ ...file, ...choices, mapping, createdAt: ctx.now, createdBy: ctx.viewer.userId })
    return succeed(
      { importId: file.id },
      { customerId: null, subject: `import:${file.id}`, details: { bytes: file.bytes, sha256: file.sha256 } },
    )
  },
})
