import { eq } from 'drizzle-orm'
import { importMappings, imports } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { command, done } from '@/lib/kernel/command'
import { invalid, notFound, refused } from '@/lib/kernel/result'
import { knownColumns } from '../mapping/guess'
import { headerSetKey } from '../reading/headers'
import { importStart } from '../schema'
import { KEY_TARGETS } from '../targets'
import { lockImport } from './lock'

/**
 * Settles the mapping, remembers it for files with these headers, and queues the import.
 * It runs as the one who uploaded the file. Refusals: `imports.no_name_or_key`, `imports.started_already`.
 */
export const startImport = command({
  event: 'import.started',
  permission: 'imports.run',
  input: importStart,
  run: async (ctx, { importId, source, keepAttributes, mapping: posted }) => {
    const file = await lockImport(ctx, importId)
    if (!file || file.createdBy !== ctx.viewer.userId) return notFound()
    if (file.status !== 'uploaded') return refused('imports.started_already')
    const mapping = knownColumns(posted, file.headers)
    if (!mapping.name && !KEY_TARGETS.some((target) => mapping[target])) return invalid({ name: 'imports.no_name_or_key' })
    await ctx.db.update(imports).set({ mapping, source, keepAttributes, status: 'queued' }).where(eq(imports.id, importId))
    const choices = { mapping, source, keepAttributes, usedAt: ctx.now, usedBy: ctx.viewer.userId }
    await ctx.db
      .insert(importMappings)
      .values({ headerKey: headerSetKey(file.headers), ...choices })
      .onConflictDoUpdate({ target: importMappings.headerKey, set: choices })
    await enqueue(ctx.db, 'imports', { importId })
    return done({ importId }, { customerId: null, subject: `import:${importId}`, details: { source, keepAttributes, mapping } })
  },
})
