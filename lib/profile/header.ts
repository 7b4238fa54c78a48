import { and, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { customers, stores, users } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import type { Scope } from '@/lib/access/viewer'
import type { Ctx } from '@/lib/kernel/context'
import { formatIdDocument } from '@/lib/values/tax-id'
import { recordOutOfScope } from '@/lib/kernel/denied'
import { isUuid } from '@/lib/values/ids'
import { query } from '@/lib/kernel/query'
import { scopedAs, scopedTo, scopeValues } from '@/lib/access/scope'
import { inClear, maskDocument } from '@/lib/privacy/mask'

const assigned = alias(users, 'assigned')
const registrar = alias(users, 'registrar')

/** The customer and the records merged into it, read once for all that counts over them. */
const MEMBERS = sql.raw(
  '(select array_prepend(customers.id, array(select a.id from customers a where a.survivor_id = customers.id)) as ids offset 0) members',
)

type Group = {
  memberIds: string[]
  counts: { contacts: number; notes: number; documents: number; acceptances: number; interactions: number }
  externalIds: { source: string; externalId: string }[]
}

const group = sql<Group>`(select json_build_object(
  'memberIds', members.ids,
  'counts', json_build_object(
    'contacts', case when cardinality(members.ids) = 1
      then (select count(*) from contact_points p where p.customer_id = customers.id and p.retired_at is null)
      else (select count(distinct (p.channel, p.normalized)) from contact_points p where p.customer_id = any(members.ids) and p.retired_at is null) end,
    'notes', (select count(*) from (select 1 from notes n where n.customer_id = any(members.ids) limit 100) few),
    'documents', (select count(*) from (select 1 from documents d where d.customer_id = any(members.ids) limit 100) few),
    'acceptances', (select count(*) from (select 1 from acceptances a where a.customer_id = any(members.ids) limit 100) few),
    'interactions', (select coalesce(sum(i.times), 0) from interaction_totals i where not i.test and i.customer_id = any(members.ids))),
  'externalIds', coalesce((select json_agg(json_build_object('source', e.source, 'externalId', e.external_id) order by e.source, e.external_id)
    from external_ids e where e.customer_id = any(members.ids)), '[]')) from ${MEMBERS})`

const revealed = sql<string[]>`array(select r.subject from reveals r
  where r.customer_id = ${customers.id} and r.session_id = ${param('sessionId')} and r.expires_at > now())`

const validations = sql<Record<string, { at: string; by: string }>>`coalesce((
  select json_object_agg(v.field, json_build_object('at', v.validated_at, 'by', u.name))
  from field_validations v join users u on u.id = v.validated_by where v.customer_id = ${customers.id}), '{}')`

/** The profile's first screen and the frame of every section. */
const header = preparedQuery((db, scope: Scope['kind']) =>
  db
    .select({
      customer: customers,
      storeName: stores.name,
      assignedName: assigned.name,
      registrarName: registrar.name,
      revealed,
      validations,
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

export type ShownDocument = {
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
  const clear = inClear(ctx.viewer, seen, 'document')
  return { type, country, shown: clear ? formatIdDocument(type, number) : maskDocument(type, number), masked: !clear }
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
    storeName: row.storeName,
    assignedName: row.assignedName,
    registrarName: row.registrarName,
    validations: row.validations,
    revealed: seen,
    survivorId: row.customer.id,
    ...row.group,
  }
}

export type Profile = ReturnType<typeof shape>

/**
 * A customer's frame for the profile: masked document, counts, validations, reveals in force.
 * `moved` when the id was merged into a survivor; null when absent or out of scope, which leaves a denied attempt in the customer's history.
 */
export const getProfile = query(
  'customers.read',
  async (ctx, customerId: string | undefined): Promise<Profile | { moved: string } | null> => {
    if (!isUuid(customerId)) return null
    const row = await read(ctx, customerId)
    if (row?.customer.survivorId) return { moved: row.customer.survivorId }
    if (row) return shape(ctx, row)
    const moved = await survivorOf(ctx, customerId)
    if (moved) return { moved }
    await recordOutOfScope(ctx, { wanted: 'customers.read' }, { customerId })
    return null
  },
)

/** An absorbed record may be out of scope while its survivor is not. */
async function survivorOf(ctx: Ctx, customerId: string) {
  const survivor = alias(customers, 'absorbed')
  const [row] = await ctx.db
    .select({ id: customers.id })
    .from(survivor)
    .innerJoin(customers, eq(customers.id, survivor.survivorId))
    .where(and(eq(survivor.id, customerId), scopedTo(ctx.viewer)))
  return row?.id ?? null
}
