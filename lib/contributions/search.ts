import { sql, type SQL } from 'drizzle-orm'
import { scopedTo } from '@/lib/access/scope'
import type { Viewer } from '@/lib/access/viewer'

/** Which rows of a probe are wanted: those after a place in its order, at most `limit`. */
export type ProbeWindow = { viewer: Viewer; after: { key: string; id: string } | null; limit: number }

/**
 * Finds customers by one kind of key: a select of `key` (text), `id` (the record), `root` (its survivor) and `detail` (text), in the order of
 * `key collate "C", id`. It reads a bounded range of one index and shows nothing outside the viewer's scope.
 */
export type SearchProbe<Shape> = (shape: Shape, window: ProbeWindow) => SQL

/** For a viewer with a limited scope, a probe examines this many index rows, inside the scope or not. */
const EXAMINED_MAX = 2_000

/** How many index rows a probe reads before the scope filters them. */
export const rowsExamined = ({ viewer, limit }: ProbeWindow): number =>
  viewer.scope.kind === 'all' ? limit : EXAMINED_MAX

/** A WHERE clause on the surviving record, or nothing for a viewer who sees all customers. */
export function whereInScope(viewer: Viewer, survivorId: SQL): SQL {
  const scope = scopedTo(viewer)
  return scope ? sql`where exists (select from customers where customers.id = ${survivorId} and ${scope})` : sql``
}
