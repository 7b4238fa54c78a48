import { and, count, eq, inArray } from 'drizzle-orm'
import { exports } from '@/db/schema'
import { enqueue } from '@/lib/jobs/boss'
import { command, succeed } from '@/lib/kernel/command'
import { idsOf } from '@/lib/kernel/context'
import { refused } from '@/lib/kernel/result'
import { newExport } from '../schema'

/** How many exports of one user can wait or run at once. */
const UNDER_WAY_MAX = 3

/** Queues an export of a report, with the viewer's own scope and masks. Refusal: `exports.too_many`. */
export const requestExport = command({
  event: 'export.requested',
  permission: 'exports.create',
  input: newExport,
  run: async (ctx, { query, delimiter }) => {
    const requestedBy = ctx.viewer.userId
    const [mine] = await ctx.db
      .select({ underWay: count() })
      .from(exports)
      .where(and(eq(exports.requestedBy, requestedBy), inArray(exports.status, ['queued', 'running'])))
    if ((mine?.underWay ?? 0) >= UNDER_WAY_MAX) return refused('exports.too_many')
    const id = idsOf(ctx).row()
    await ctx.db.insert(exports).values({ id, requestedBy, query, delimiter, createdAt: ctx.now })
    await enqueue(ctx.db, 'exports', { exportId: id })
    return succeed({ exportId: id }, { customerId: null, subject: `export:${id}`, details: { filter: query } })
  },
})
