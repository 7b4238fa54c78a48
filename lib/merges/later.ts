import type { MergeRow } from '@/lib/contributions/merge'
import type { MergePart } from '@/lib/customer-group/included'
import type { ViewedGroup } from '@/lib/customer-group/group'
import type { Ctx } from '@/lib/kernel/context'
import { CONTRIBUTIONS, GIVABLE_PARTS } from './contributions'

/** The rows of one part, at most `SHOWN_MAX` of them; `more` when there are others. */
export type PartRows = { part: MergePart; rows: MergeRow[]; more: boolean }

const SHOWN_MAX = 50

type Wanted = { memberIds: readonly string[]; since?: Date; ids?: (part: MergePart) => readonly string[] | undefined }

/** The rows of each part that the viewer may see, without the parts that have none. */
export async function listPartRows(
  ctx: Ctx,
  { revealed }: Pick<ViewedGroup, 'revealed'>,
  parts: readonly MergePart[],
  { memberIds, since, ids }: Wanted,
): Promise<PartRows[]> {
  const found = await Promise.all(
    parts
      .filter((part) => ctx.viewer.can(CONTRIBUTIONS[part].permission))
      .map(async (part) => {
        const wanted = { memberIds, revealed, since, ids: ids?.(part), limit: SHOWN_MAX + 1 }
        const rows = await CONTRIBUTIONS[part].list(ctx, wanted)
        return { part, rows: rows.slice(0, SHOWN_MAX), more: rows.length > SHOWN_MAX }
      }),
  )
  return found.filter(({ rows }) => rows.length)
}

export const isGivable = (part: string | undefined): part is MergePart =>
  (GIVABLE_PARTS as readonly (string | undefined)[]).includes(part)

/** One row of a part, or null. */
export async function readRow(
  ctx: Ctx,
  part: MergePart,
  { memberIds, id, since }: { memberIds: readonly string[]; id: string; since?: Date },
): Promise<(MergeRow & { part: MergePart }) | null> {
  if (!ctx.viewer.can(CONTRIBUTIONS[part].permission)) return null
  const [row] = await CONTRIBUTIONS[part].list(ctx, { memberIds, ids: [id], since, revealed: new Set(), limit: 1 })
  return row ? { ...row, part } : null
}
