import { eq } from 'drizzle-orm'
import { imports } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { command, succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { canUndo } from '../policy'
import { oneImport } from '../schema'
import { lockImport } from './lock'

/**
 * Queues the undo of an import that has ended. Another person may start it again while it is unfinished, because the job stops when the
 * first person loses the permission. Refusals: `imports.not_possible_now`, `imports.undone_already`.
 */
export const startUndo = command({
  event: 'import.undo_started',
  permission: 'imports.run',
  input: oneImport,
  run: async (ctx, { importId }) => {
    const file = await lockImport(ctx, importId)
    if (!file) return notFound()
    const isMine = file.undoStartedBy === ctx.viewer.userId
    if (file.undoFinishedAt || isMine) return refused('imports.undone_already')
    if (!canUndo(file)) return refused('imports.not_possible_now')
    await ctx.db
      .update(imports)
      .set({ undoStartedAt: file.undoStartedAt ?? ctx.now, undoStartedBy: ctx.viewer.userId })
      .where(eq(imports.id, importId))
    await enqueue(ctx.db, 'undo-imports', { importId })
    return succeed({ importId }, { customerId: null, subject: `import:${importId}` })
  },
})
