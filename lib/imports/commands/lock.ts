import { eq } from 'drizzle-orm'
import { imports } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { mayImport } from '../policy'

export type Import = typeof imports.$inferSelect

/** Locks an import within the viewer's reach, so that its status changes one step at a time. */
export async function lockImport(ctx: Ctx, importId: string): Promise<Import | null> {
  if (!mayImport(ctx.viewer)) return null
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId)).for('update')
  return row ?? null
}
