import { and, inArray } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/handles'
import { customers, imports, journeys, stores, users } from '@/db/schema'
import { scopedTo } from '@/lib/access/scope'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import type { Ctx } from '@/lib/kernel/context'
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

/** Names of everything that an event may refer to: users, stores, journeys, the files of imports, and customers within the viewer's scope. */
export async function everyNameOf(ctx: Ctx, ids: Iterable<string | null>): Promise<Map<string, string>> {
  const { db } = ctx
  const wanted = [...new Set(ids)].filter(isUuid)
  if (!wanted.length) return new Map()
  const rows = await unionAll(
    db.select({ id: journeys.id, name: journeys.name }).from(journeys).where(inArray(journeys.id, wanted)),
    db.select({ id: imports.id, name: imports.fileName }).from(imports).where(inArray(imports.id, wanted)),
    shownNames(ctx, wanted),
  )
  return new Map([...rows.map((row) => [row.id, row.name] as const), ...(await namesOf(db, wanted))])
}

/** Names of the customers of these ids within the viewer's scope. */
export async function customerNamesOf(ctx: Ctx, ids: Iterable<string | null>): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)].filter(isUuid)
  if (!wanted.length) return new Map()
  return new Map((await shownNames(ctx, wanted)).map((row) => [row.id, row.name]))
}

const shownNames = ({ db, viewer }: Ctx, wanted: string[]) =>
  db
    .select({ id: customers.id, name: shownNameOf(customers) })
    .from(customers)
    .where(and(inArray(customers.id, wanted), scopedTo(viewer)))
