import { eq } from 'drizzle-orm'
import { importMappings } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { headerSetKey } from '../reading/headers'
import { guessMapping, knownColumns } from './guess'

/** The choices last made for files with these headers, else a guessed mapping. */
export async function mappingOf(ctx: Pick<Ctx, 'db'>, headers: readonly string[]) {
  const [remembered] = await ctx.db
    .select()
    .from(importMappings)
    .where(eq(importMappings.headerKey, headerSetKey(headers)))
  // Columns that nobody has described may be personal, so they are kept only where somebody has chosen it.
  if (!remembered) return { mapping: guessMapping(headers), keepAttributes: false }
  const { source, keepAttributes, mapping } = remembered
  return { source, keepAttributes, mapping: knownColumns(mapping, headers) }
}
