import { eq } from 'drizzle-orm'
import { importMappings } from '@/db/schema'
import type { ImportKind } from '@/db/schema/imports'
import type { Ctx } from '@/lib/kernel/context'
import { COLUMNS } from '../kinds/columns'
import { headerSetKey } from '../reading/headers'
import { guessMapping, knownColumns } from './guess'

/** Returns the last mapping that was chosen for files of this kind with these headers, or a guessed one. */
export async function mappingOf(ctx: Pick<Ctx, 'db'>, kind: ImportKind, headers: readonly string[]) {
  const [remembered] = await ctx.db
    .select()
    .from(importMappings)
    .where(eq(importMappings.headerKey, headerSetKey(kind, headers)))
  // Columns without a target may contain personal data, so they are kept only if a user has chosen so.
  if (!remembered) return { mapping: guessMapping(COLUMNS[kind], headers), keepAttributes: false }
  const { source, keepAttributes, mapping } = remembered
  return { source, keepAttributes, mapping: knownColumns(COLUMNS[kind], mapping, headers) }
}
