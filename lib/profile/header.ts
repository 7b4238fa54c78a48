import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, stores, users } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import type { Scope } from '@/lib/access/viewer'
import type { Ctx } from '@/lib/kernel/context'
import { formatIdDocument } from '@/lib/values/tax-id'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import { scopedAs, scopedTo, scopeValues } from '@/lib/access/scope'
import { documentInClear, inClear, maskDocument } from '@/lib/privacy/mask'
import { maskByShape, maskExternalId } from '@/lib/privacy/mask-by-shape'
import { revealedSubjects } from '@/lib/privacy/reveals'
import { externalIdsOf, validations } from '@/lib/customers/header-columns'
import { pipelineOf } from '@/lib/pipeline/pending'
import { COUNTS } from './counts'

const assigned = alias(users, 'assigned')
const registrar = alias(users, 'registrar')

/** The ids of the customer and of the records merged into it, cached for everything that counts over them. */
const MEMBERS = sql.raw(
  '(select array_prepend(customers.id, array(select a.id from customers a where a.survivor_id = customers.id)) as ids offset 0) members',
)
const MEMBER_IDS = sql.raw('members.ids')

type Group = {
  memberIds: string[]
  counts: Record<keyof typeof COUNTS, number>
  externalIds: { source: string; externalId: string }[]
}

const counts = sql.join(
  Object.entries(COUNTS).map(([name, count]) => sql`${sql.raw(`'${name}'`)}, ${count(MEMBER_IDS)}`),
  sql`, `,
)

const group = sql<Group>`(select json_build_object(
  'memberIds', members.ids, 'counts', json_build_object(${counts}), 'externalIds', ${externalIdsOf(MEMBER_IDS)}) from ${MEMBERS})`

/** The data of the profile's header, which every section shows. */
const header = preparedQuery((db, scope: Scope['kind']) =>
  db
    .select({
      customer: customers,
      storeName: stores.name,
      assignedName: assigned.name,
      registrarName: registrar.name,
      revealed: revealedSubjects,
      validations,
      pipeline: pipelineOf,
      group,
    })
    .from(customers)
    .leftJoin(stores, eq(stores.id, customers.storeId))
    .leftJoin(assigned, eq(assigned.id, customers.assignedUserId))
    .leftJoin(registrar, eq(registrar.id, customers.registeredBy))
    .where(and(eq(customers.id, param('customerId')), scopedAs(scope))),
)

async function read({ db, viewer }: Ctx, customerId: string) {
  const [row] = await header(db, viewer.scope.kind).execute({
    customerId,
    sessionId: viewer.sessionId,
    ...scopeValues(viewer),
  })
  return row ?? null
}

type ShownDocument = {
  type: NonNullable<(typeof customers.$inferSelect)['documentType']>
  country: string | null
  shown: string
  masked: boolean
}

function shownDocument(
  ctx: Ctx,
  customer: typeof customers.$inferSelect,
  seen: ReadonlySet<string>,
): ShownDocument | null {
  const { documentType: type, documentNumber: number, documentCountry: country } = customer
  if (!type || !number) return null
  const clear = documentInClear(ctx.viewer, seen, type)
  return { type, country, shown: clear ? formatIdDocument(type, number) : maskDocument(type, number), masked: !clear }
}

/** The attributes from other systems, masked because they may be personal. */
function shownAttributes(ctx: Ctx, { attributes }: typeof customers.$inferSelect, seen: ReadonlySet<string>) {
  if (inClear(ctx.viewer, seen, 'attributes')) return { attributes, attributesMasked: false }
  const masked = Object.entries(attributes).map(([name, value]) => [name, maskByShape(String(value))])
  return { attributes: Object.fromEntries(masked) as Record<string, string>, attributesMasked: masked.length > 0 }
}

function shownExternalIds(ctx: Ctx, externalIds: Group['externalIds']): Group['externalIds'] {
  if (ctx.viewer.can('personal.read')) return externalIds
  return externalIds.map(({ source, externalId }) => ({ source, externalId: maskExternalId(externalId) }))
}

function shape(ctx: Ctx, row: NonNullable<Awaited<ReturnType<typeof read>>>) {
  const {
    documentNumber: _,
    documentType: _type,
    documentCountry: _country,
    survivorId: _survivor,
    ...customer
  } = row.customer
  const seen = new Set(row.revealed)
  return {
    ...customer,
    document: shownDocument(ctx, row.customer, seen),
    ...shownAttributes(ctx, row.customer, seen),
    storeName: row.storeName,
    assignedName: row.assignedName,
    registrarName: row.registrarName,
    validations: row.validations,
    pipeline: row.pipeline,
    revealed: seen,
    survivorId: row.customer.id,
    ...row.group,
    externalIds: shownExternalIds(ctx, row.group.externalIds),
  }
}

export type Profile = ReturnType<typeof shape>

/**
 * Returns a customer's header: masked tax id and attributes, counts, validations and active reveals. `moved` is the survivor's id,
 * when the customer was merged. Null when the customer does not exist or is out of scope.
 */
export const getProfile = query(
  'customers.read',
  async (ctx, customerId: string | undefined): Promise<Profile | { moved: string } | null> => {
    if (!isUuid(customerId)) return null
    const row = await read(ctx, customerId)
    if (row?.customer.survivorId) return { moved: row.customer.survivorId }
    if (row) return shape(ctx, row)
    const moved = await survivorOf(ctx, customerId)
    return moved ? { moved } : null
  },
)

/** A merged record may be out of scope while its survivor is within it. */
async function survivorOf(ctx: Ctx, customerId: string) {
  const survivor = alias(customers, 'absorbed')
  const [row] = await ctx.db
    .select({ id: customers.id })
    .from(survivor)
    .innerJoin(customers, eq(customers.id, survivor.survivorId))
    .where(and(eq(survivor.id, customerId), scopedTo(ctx.viewer)))
  return row?.id ?? null
}
