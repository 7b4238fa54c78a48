import { eq } from 'drizzle-orm'
import { exports } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { command, succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { oneExport } from '../schema'
import { lockExport } from './lock'

/** Deletes the file of an export. The register keeps who exported what, and which customers. Refusal: `exports.no_file`. */
export const deleteExportFile = command({
  event: 'export.deleted',
  permission: 'exports.create',
  input: oneExport,
  run: async (ctx, { exportId }) => {
    const row = await lockExport(ctx, exportId)
    if (!row) return notFound()
    if (!row.storageKey || row.fileDeletedAt) return refused('exports.no_file')
    await ctx.db
      .update(exports)
      .set({ fileDeletedAt: ctx.now, fileDeletedBy: ctx.viewer.userId })
      .where(eq(exports.id, exportId))
    await enqueue(ctx.db, 'drop-content', { key: row.storageKey })
    return succeed({ exportId }, { customerId: null, subject: `export:${exportId}` })
  },
})
