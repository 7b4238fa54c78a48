import { and, inArray } from 'drizzle-orm'
import { documents } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import type { Found } from './found'

export type FoundDocument = { id: string; number: string; title: string }

/** By the customer shown: the document whose number led to it. Nothing for who may not read documents. */
export async function titlesOf(ctx: Ctx, page: Found[]): Promise<Map<string, FoundDocument>> {
  const found = page.filter(({ probe }) => probe === 'number')
  if (!found.length || !ctx.viewer.can('documents.read')) return new Map()
  const rows = await ctx.db
    .select({ id: documents.id, number: documents.number, title: documents.title })
    .from(documents)
    .where(
      and(
        inArray(
          documents.customerId,
          found.map(({ id }) => id),
        ),
        inArray(
          documents.id,
          found.map(({ detail }) => detail),
        ),
      ),
    )
  return new Map(
    found
      .toReversed()
      .flatMap(({ root, detail }) => rows.filter(({ id }) => id === detail).map((row) => [root, row] as const)),
  )
}
