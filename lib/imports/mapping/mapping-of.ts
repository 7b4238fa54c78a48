import { eq } from 'drizzle-orm'
import { importMappings } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { headerSetKey } from '../reading/headers'
import { guessMapping, knownColumns } from './guess'

/** Returns the last mapping that was chosen for files with these headers, or a guessed one. */
export async function mappingOf(ctx: Pick<Ctx, 'db'>, headers: readonly string[]) {
  const [remembered] = await ctx.db
    .select()
    .from(importMappings)
    .where(eq(importMappings.headerKey, headerSetKey(headers)))
  // Columns without a target may contain personal data, so they are kept only if a user has chosen so.
  if (!remembered) return { mapping: guessMapping(headers), keepAttributes: false }
  const { source, keepAttributes, mapping } = remembered
  return { source, keepAttributes, mapping: knownColumns(mapping, headers) }
}
