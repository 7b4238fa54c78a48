import { eq } from 'drizzle-orm'
import { exports } from '@/db/schema'
import { command, succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { oneExport } from '../schema'
import { lockExport } from './lock'

/** Stops an export; the job notices it after the current thousand rows and leaves no file. Refusal: `exports.has_ended`. */
export const cancelExport = command({
  event: 'export.cancelled',
  permission: 'exports.create',
  input: oneExport,
  run: async (ctx, { exportId }) => {
    const row = await lockExport(ctx, exportId)
    if (!row) return notFound()
    if (row.status !== 'queued' && row.status !== 'running') return refused('exports.has_ended')
    await ctx.db
      .update(exports)
      .set({ status: 'cancelled', finishedAt: ctx.now, cancelledBy: ctx.viewer.userId })
      .where(eq(exports.id, exportId))
    const details = { rowsDone: row.rowsDone }
    return succeed({ exportId }, { customerId: null, subject: `export:${exportId}`, details })
  },
})
