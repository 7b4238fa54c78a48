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

/** The same for what only the one who brought the file may do: it will run in their name. */
export async function lockUpload(ctx: Ctx, importId: string): Promise<Import | null> {
  const file = await lockImport(ctx, importId)
  return file?.createdBy === ctx.viewer.userId ? file : null
}
