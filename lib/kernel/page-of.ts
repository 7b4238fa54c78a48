import { isUuid } from '@/lib/values/ids'

/** A page out of rows that were read with one too many: `size` of them, and the last one's cursor while there are more. */
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

/** Where a list that runs backwards by id goes on: behind the last id seen, else at its start. */
export const beforeOf = (cursor: string | undefined): string => (isUuid(cursor) ? cursor : LAST_ID)
