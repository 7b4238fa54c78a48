import { inArray } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/handles'
import { stores, users } from '@/db/schema'
import { isUuid } from '@/lib/values/ids'

/** Names of users and stores by id; an unknown id is missing. */
export async function namesOf(db: Reader, ids: Iterable<string | null>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter(isUuid)
  if (!wanted.length) return new Map()
  const rows = await unionAll(
    db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, wanted)),
    db.select({ id: stores.id, name: stores.name }).from(stores).where(inArray(stores.id, wanted)),
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}
