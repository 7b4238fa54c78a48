import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/kernel/context'
import type { SearchCursor } from './cursor'
import type { Shapes } from './detect'
import { survivorIdAs } from '@/lib/customer-group/scope'
import type { Found } from './found'

const TIERS = { name_start: 1, name_words: 2 } as const
const PROBES = ['name_start', 'name_words', 'name_similar', 'name_similar', 'name_similar'] as const

type Row = { tier: number; key: string; id: string; root: string; detail: 'name' | 'preferred_name' }

/**
 * Names in tiers, best first: names that start with the words, names that contain all of them, then similar names or names with the same
 * first words. Paging covers the first two tiers; similar names fill one page at most. Every step is bounded (docs/decisions/007-search.md).
 */
export async function findNames(
  ctx: Ctx,
  shape: NonNullable<Shapes['name']>,
  cursor: SearchCursor | null,
  most: number,
): Promise<Found[]> {
  const { scope } = ctx.viewer
  if (scope.kind === 'stores' && !scope.storeIds.length) return []
  const tier = cursor && cursor.probe in TIERS ? TIERS[cursor.probe as keyof typeof TIERS] : null
  const seller = scope.kind === 'own' ? ctx.viewer.userId : null
  const stores = scope.kind === 'stores' ? scope.storeIds : null
  const rows: Row[] = await ctx.db
    .select({
      tier: sql<number>`n.tier`,
      key: sql<string>`n.name_key`,
      id: sql<string>`n.customer_id`,
      root: survivorIdAs('c'),
      detail: sql<Row['detail']>`n.source`,
    })
    .from(
      sql`find_names(${shape.text}, ${shape.openEnded}::boolean, ${shape.fragments}::boolean, ${seller}::uuid, ${sql.param(stores)}::uuid[],
        ${tier}::int, ${tier && cursor!.key}, ${tier && cursor!.id}::uuid, ${most}::int) with ordinality n join customers c on c.id = n.customer_id`,
    )
    .orderBy(sql`n.ordinality`)
    .prepare('find_names')
    .execute()
  return rows.map(({ tier: at, ...row }) => ({ ...row, probe: PROBES[at - 1]! }))
}
