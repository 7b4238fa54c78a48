import { eq, sql } from 'drizzle-orm'
import { imports } from '@/db/schema'
import type { AuditEvent } from '@/lib/audit/events'
import { enqueue } from '@/lib/jobs/boss'
import { command, succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { oneImport } from '../schema'
import { lockImport, type Import } from './lock'

type Status = Import['status']

/** A command that moves an import from one of some statuses to another. Imported rows stay. Refusal: `imports.not_possible_now`. */
function step(event: AuditEvent, from: readonly Status[], to: Status) {
  return command({
    event,
    permission: 'imports.run',
    input: oneImport,
    run: async (ctx, { importId }) => {
      const file = await lockImport(ctx, importId)
      if (!file) return notFound()
      if (!from.includes(file.status)) return refused('imports.not_possible_now')
      await ctx.db
        .update(imports)
        .set({ status: to, ...(to === 'cancelled' && { finishedAt: sql`now()` }) })
        .where(eq(imports.id, importId))
      if (to === 'queued') await enqueue(ctx.db, 'imports', { importId })
      return succeed(
        { importId },
        { customerId: null, subject: `import:${importId}`, details: { rowsDone: file.rowsDone } },
      )
    },
  })
}

/** Takes effect when the current batch has been written. */
export const pauseImport = step('import.paused', ['queued', 'running'], 'paused')
export const resumeImport = step('import.resumed', ['paused'], 'queued')
export const cancelImport = step('import.cancelled', ['uploaded', 'queued', 'running', 'paused'], 'cancelled')
