import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { cache } from 'react'
import { contactPoints, contactPointVersions, customers, users } from '@/db/schema'
import { preparedQuery } from '@/db/prepared-query'
import type { Scope } from '@/lib/access/viewer'
import { liveValues, removedValues, valueOf, type MergedPoint } from '@/lib/customer-group/merged-points'
import { isIncluded } from '@/lib/customer-group/included'
import type { Ctx } from '@/lib/kernel/context'
import { inGroup, groupSize, survivorInScope, survivorScopedAs, type GroupSize } from '@/lib/customer-group/scope'
import { query } from '@/lib/kernel/query'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import { scopeValues } from '@/lib/access/scope'
import { inClear } from '@/lib/privacy/mask'
import { formValues, present } from './present'
import { view, type PointRow, type PointView } from './view'
import type { ViewedGroup } from '@/lib/customer-group/group'

/** At most this many points of a customer are read, live and removed. */
const POINTS_MOST = 500
const VERSIONS_MOST = 200
const blocker = alias(users, 'blocker')
const retirer = alias(users, 'retirer')
const replacer = alias(users, 'replacer')

/** The live points of a customer, the primary first, then the newest. A value of several records is listed once, with the strictest state. */
export const listPoints = cache(
  query('contacts.read', async (ctx: Ctx, customer: ViewedGroup) =>
    viewsOf(ctx, customer, liveValues(await rowsOf(ctx, customer), customer.survivorId)),
  ),
)

/** The values that no record of the customer uses any more, newest first. */
export const listRetired = query('contacts.read', async (ctx, customer: ViewedGroup) =>
  viewsOf(ctx, customer, removedValues(await rowsOf(ctx, customer), customer.survivorId)),
)

const viewsOf = (ctx: Ctx, customer: ViewedGroup, values: MergedPoint<PointRow>[]): PointView[] =>
  values.map((value) => view(value, customer.survivorId, isClear(ctx, customer, value.point.id), ctx.viewer.locale))

const isClear = (ctx: Ctx, { revealed }: ViewedGroup, pointId: string) =>
  inClear(ctx.viewer, revealed, `point:${pointId}`)

/** One point of any of the customer's records, live or removed, with the values of its form; null when absent or out of scope. */
export const getPoint = query('contacts.read', async (ctx, customer: ViewedGroup, pointId: string | undefined) => {
  const rows = await rowsOf(ctx, customer)
  const point = rows.find(({ id }) => id === pointId)
  if (!point) return null
  const clear = isClear(ctx, customer, point.id)
  return {
    ...view(valueOf(rows, point, customer.survivorId), customer.survivorId, clear, ctx.viewer.locale),
    abroad: isAbroad(point),
    form: clear ? formValues(point, true) : { label: point.label },
  }
})

const isAbroad = ({ address }: PointRow) => address !== null && address.country !== 'BR'

/** Cached, because the lists of live and removed points and the single point read the same rows. */
const rowsOf = cache(({ db, viewer }: Ctx, { survivorId: rootId, memberIds }: ViewedGroup): Promise<PointRow[]> =>
  points(db, viewer.scope.kind, groupSize(memberIds)).execute({ rootId, memberIds, ...scopeValues(viewer) }),
)

const points = preparedQuery((db, scope: Scope['kind'], records: GroupSize) =>
  db
    .select({
      ...getTableColumns(contactPoints),
      excluded: records === 'group' ? sql<boolean>`not ${isIncluded('contacts', contactPoints)}` : sql<boolean>`false`,
      record: shownNameOf(customers),
      blockedByName: blocker.name,
      retiredByName: retirer.name,
    })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .leftJoin(blocker, eq(blocker.id, contactPoints.blockedBy))
    .leftJoin(retirer, eq(retirer.id, contactPoints.retiredBy))
    .where(and(inGroup(contactPoints.customerId, records), survivorScopedAs(scope)))
    .orderBy(
      sql`${contactPoints.retiredAt} is not null`,
      sql`${contactPoints.primaryAt} is null`,
      desc(contactPoints.createdAt),
      desc(contactPoints.id),
    )
    .limit(POINTS_MOST),
)

/** The earlier values of a point, newest first, at most 200; masked when the point is. */
export const listVersions = query('contacts.read', async (ctx, customer: ViewedGroup, pointId: string) => {
  const rows = await ctx.db
    .select({ old: contactPointVersions, channel: contactPoints.channel, replacedBy: replacer.name })
    .from(contactPointVersions)
    .innerJoin(
      contactPoints,
      and(
        eq(contactPoints.customerId, contactPointVersions.customerId),
        eq(contactPoints.id, contactPointVersions.pointId),
      ),
    )
    .leftJoin(replacer, eq(replacer.id, contactPointVersions.replacedBy))
    .where(
      and(
        inArray(contactPointVersions.customerId, [...customer.memberIds]),
        eq(contactPointVersions.pointId, pointId),
        survivorInScope(ctx.viewer, customer.survivorId),
      ),
    )
    .orderBy(desc(contactPointVersions.version))
    .limit(VERSIONS_MOST)
  const clear = isClear(ctx, customer, pointId)
  return rows.map(({ old, channel, replacedBy }) => ({
    ...present({ ...old, channel }, clear, ctx.viewer.locale),
    version: old.version,
    label: old.label,
    validFrom: old.validFrom,
    replacedAt: old.replacedAt,
    replacedBy,
  }))
})
