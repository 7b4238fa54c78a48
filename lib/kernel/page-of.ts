import { isUuid } from '@/lib/values/ids'

/** A page from `size + 1` rows: the first `size` of them, and the cursor of the last one when there are more. */
export function pageOf<R>(
  rows: readonly R[],
  size: number,
  cursorOf: (last: R) => string,
): { page: R[]; nextCursor: string | null } {
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return { page, nextCursor: last && rows.length > size ? cursorOf(last) : null }
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** The id that a list in descending order continues after: the cursor, or the highest id for the first page. */
export const beforeOf = (cursor: string | undefined): string => (isUuid(cursor) ? cursor : LAST_ID)
