import { eq } from 'drizzle-orm'
import { imports } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { mayImport } from '../policy'

export type Import = typeof imports.$inferSelect

/** Locks an import within the viewer's scope, so that its status changes one step at a time. */
export async function lockImport(ctx: WriteCtx, importId: string): Promise<Import | null> {
  if (!mayImport(ctx.viewer)) return null
  const [row] = await ctx.db.select().from(imports).where(eq(imports.id, importId)).for('update')
  return row ?? null
}

/** Like `lockImport`, but only for the user who uploaded the file, because the import runs in their name. */
export async function lockUpload(ctx: WriteCtx, importId: string): Promise<Import | null> {
  const file = await lockImport(ctx, importId)
  return file?.createdBy === ctx.viewer.userId ? file : null
}
