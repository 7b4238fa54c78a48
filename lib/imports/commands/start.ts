import { eq } from 'drizzle-orm'
import { importMappings, imports } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { command, succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { headerSetKey } from '../reading/headers'
import { oneImport } from '../schema'
import { COLUMNS } from '../kinds/columns'
import { lockUpload } from './lock'

/**
 * Queues an import with the mapping that its preview showed, and saves that mapping for files with these headers.
 * The import runs as the user who uploaded it. Refusals: those of the kind's `mappingFault`, `imports.started_already`.
 */
export const startImport = command({
  event: 'import.started',
  permission: 'imports.run',
  input: oneImport,
  run: async (ctx, { importId }) => {
    const file = await lockUpload(ctx, importId)
    if (!file) return notFound()
    if (file.status !== 'uploaded') return refused('imports.started_already')
    const { source, keepAttributes } = file
    const mapping = file.mapping ?? {}
    const fault = COLUMNS[file.kind].mappingFault(mapping)
    if (fault) return refused(fault.code)
    await ctx.db.update(imports).set({ status: 'queued' }).where(eq(imports.id, importId))
    const choices = { mapping, source, keepAttributes, usedAt: ctx.now, usedBy: ctx.viewer.userId }
    await ctx.db
      .insert(importMappings)
      .values({ headerKey: headerSetKey(file.kind, file.headers), ...choices })
      .onConflictDoUpdate({ target: importMappings.headerKey, set: choices })
    await enqueue(ctx.db, 'imports', { importId })
    return succeed(
      { importId },
      { customerId: null, subject: `import:${importId}`, details: { source, keepAttributes, mapping } },
    )
  },
})
