import { and, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { cache } from 'react'
import { contactPoints, contactPointVersions, customers, users } from '@/db/schema'
import type { Ctx } from '@/lib/kernel/context'
import { isUuid } from '@/lib/kernel/ids'
import { query } from '@/lib/kernel/query'
import { scopedTo } from '@/lib/kernel/scope'
import { inClear } from '@/lib/personal/mask'
import { formValues, present } from './present'
import { view, type PointRow, type PointView } from './view'

const LIMIT = 200
const blocker = alias(users, 'blocker')
const retirer = alias(users, 'retirer')
const replacer = alias(users, 'replacer')

/** Whose points, and what of them this session has revealed (`getProfile` tells both). */
type Whose = { id: string; revealed: ReadonlySet<string> }

/** The live points of a customer, the primary first and then the newest; at most 200. */
export const listPoints = cache(
  query('contacts.read', (ctx: Ctx, customer: Whose) => pointsWhere(ctx, customer, isNull(contactPoints.retiredAt))),
)

/** The removed points of a customer, newest first; at most 200. */
export const listRetired = query('contacts.read', (ctx, customer: Whose) => pointsWhere(ctx, customer, isNotNull(contactPoints.retiredAt)))

async function pointsWhere(ctx: Ctx, customer: Whose, where: SQL): Promise<PointView[]> {
  const rows = await rowsOf(ctx, customer.id, where)
  return rows.map((row) => view(row, isClear(ctx, customer, row.point.id)))
}

const isClear = (ctx: Ctx, { revealed }: Whose, pointId: string) => inClear(ctx.viewer, revealed, `point:${pointId}`)

/** One point, live or removed, with what its form is filled with; null when absent or out of scope. */
export const getPoint = query('contacts.read', async (ctx, customer: Whose, pointId: string | undefined) => {
  if (!isUuid(pointId)) return null
  const [row] = await rowsOf(ctx, customer.id, eq(contactPoints.id, pointId))
  if (!row) return null
  const clear = isClear(ctx, customer, pointId)
  return { ...view(row, clear), abroad: isAbroad(row.point), form: clear ? formValues(row.point, true) : { label: row.point.label } }
})

const isAbroad = ({ address }: PointRow['point']) => address !== null && address.country !== 'BR'

const rowsOf = (ctx: Ctx, customerId: string, where: SQL): Promise<PointRow[]> =>
  ctx.db
    .select({ point: contactPoints, blockedByName: blocker.name, retiredByName: retirer.name })
    .from(contactPoints)
    .innerJoin(customers, eq(customers.id, contactPoints.customerId))
    .leftJoin(blocker, eq(blocker.id, contactPoints.blockedBy))
    .leftJoin(retirer, eq(retirer.id, contactPoints.retiredBy))
    .where(and(eq(contactPoints.customerId, customerId), where, scopedTo(ctx.viewer)))
    .orderBy(sql`${contactPoints.primaryAt} is null`, desc(contactPoints.createdAt), desc(contactPoints.id))
    .limit(LIMIT)

/** What a point said before each edit, newest first; at most 200. Masked with the point. */
export const listVersions = query('contacts.read', async (ctx, customer: Whose, pointId: string) => {
  const rows = await ctx.db
    .select({ old: contactPointVersions, channel: contactPoints.channel, replacedBy: replacer.name })
    .from(contactPointVersions)
    .innerJoin(
      contactPoints,
      and(eq(contactPoints.customerId, contactPointVersions.customerId), eq(contactPoints.id, contactPointVersions.pointId)),
    )
    .innerJoin(customers, eq(customers.id, contactPointVersions.customerId))
    .leftJoin(replacer, eq(replacer.id, contactPointVersions.replacedBy))
    .where(and(eq(contactPointVersions.customerId, customer.id), eq(contactPointVersions.pointId, pointId), scopedTo(ctx.viewer)))
    .orderBy(desc(contactPointVersions.version))
    .limit(LIMIT)
  const clear = isClear(ctx, customer, pointId)
  return rows.map(({ old, channel, replacedBy }) => ({
    ...present({ ...old, channel }, clear),
    version: old.version,
    label: old.label,
    validFrom: old.validFrom,
    replacedAt: old.replacedAt,
    replacedBy,
  }))
})
