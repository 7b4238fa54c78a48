import { eq } from 'drizzle-orm'
import { exports } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { mayOpenExport } from '../policy'

export type Export = typeof exports.$inferSelect

/** Locks an export that the viewer may open; null otherwise. */
export async function lockExport(ctx: WriteCtx, exportId: string): Promise<Export | null> {
  const [row] = await ctx.db.select().from(exports).where(eq(exports.id, exportId)).for('update')
  return row && mayOpenExport(ctx.viewer, row) ? row : null
}
