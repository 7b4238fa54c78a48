import { and, sql, type SQL } from 'drizzle-orm'
import { readRows } from '@/db/read'
import { contactPoints, customers } from '@/db/schema'
import { param, preparedQuery } from '@/db/prepared-query'
import type { Scope, Viewer } from '@/lib/access/viewer'
import { isIncluded } from '@/lib/customer-group/included'
import type { Ctx } from '@/lib/kernel/context'
import { formatIdDocument } from '@/lib/values/tax-id'
import { formatPhone } from '@/lib/values/phones'
import { shownName } from '@/lib/customer-group/shown-name'
import { scopedAs, scopeValues } from '@/lib/access/scope'
import { maskDocument, maskEmail, maskPhone } from '@/lib/privacy/mask'

/** A customer as a list shows it; personal values are masked unless the viewer's role reads them. */
export type Listed = {
  id: string
  kind: 'person' | 'company'
  /** The name to show. */
  name: string
  /** A company's trade name. */
  tradeName: string | null
  /** Whether `name` is a social name. */
  hasSocialName: boolean
  document: { type: string; shown: string } | null
  email: string | null
  phone: string | null
  lastActivityAt: Date
}

/** Selects the primary point, else the oldest that is not blocked. Written as SQL text, because drizzle omits the table of a selected column. */
const pointOf = (channels: string[], from: SQL) => sql`(
  select p.normalized from ${from} and p.retired_at is null and p.channel = any(${sql.param(channels)}::text[])
  order by p.primary_at is null, p.blocked_at is not null, array_position(${sql.param(channels)}::text[], p.channel), p.created_at limit 1)`

const OWN = sql`${contactPoints} p where p.customer_id = customers.id`
const ABSORBED = sql`customers a join ${contactPoints} p on p.customer_id = a.id where a.survivor_id = customers.id
  and ${isIncluded('contacts', { customerId: sql.raw('p.customer_id'), id: sql.raw('p.id') })}`

/** Falls back to a point of a merged record only when the survivor has no point in these channels. */
const shownPoint = (channels: string[]) =>
  sql<string | null>`coalesce(${pointOf(channels, OWN)}, ${pointOf(channels, ABSORBED)})`

const ownColumns = {
  id: customers.id,
  kind: customers.kind,
  name: customers.name,
  preferredName: customers.preferredName,
  documentType: customers.documentType,
  documentNumber: customers.documentNumber,
  lastActivityAt: customers.lastActivityAt,
}

export const listedColumns = {
  ...ownColumns,
  email: shownPoint(['email']),
  phone: shownPoint(['mobile', 'whatsapp', 'landline']),
}

type Row = Omit<Listed, 'document' | 'tradeName' | 'hasSocialName'> & {
  preferredName: string | null
  documentType: string | null
  documentNumber: string | null
}

export function listed(
  viewer: Viewer,
  { documentType: type, documentNumber: number, email, phone, preferredName, ...row }: Row,
): Listed {
  const clear = viewer.can('personal.read')
  return {
    ...row,
    name: shownName({ ...row, preferredName }),
    hasSocialName: row.kind === 'person' && preferredName !== null,
    tradeName: row.kind === 'company' ? preferredName : null,
    document:
      type && number ? { type, shown: clear ? formatIdDocument(type, number) : maskDocument(type, number) } : null,
    email: email && (clear ? email : maskEmail(email)),
    phone: phone && (clear ? formatPhone(phone) : maskPhone(phone)),
  }
}

/** The customers of these ids within the viewer's scope, in any order. */
export async function listByIds(ctx: Ctx, ids: string[]): Promise<Listed[]> {
  if (!ids.length) return []
  const rows = await byIds(ctx.db, ctx.viewer.scope.kind).execute({ ids, ...scopeValues(ctx.viewer) })
  return rows.map((row) => listed(ctx.viewer, row))
}

const byIds = preparedQuery((db, scope: Scope['kind']) =>
  db
    .select(listedColumns)
    .from(customers)
    .where(and(sql`${customers.id} = any(${param('ids')}::uuid[])`, scopedAs(scope))),
)

/**
 * The same for hundreds of customers: one read of all their points costs a fraction of two subqueries for each customer. A test compares it
 * with `listByIds`.
 */
export async function listManyByIds(ctx: Ctx, ids: string[]): Promise<Listed[]> {
  if (!ids.length) return []
  const rows = await ownByIds(ctx.db, ctx.viewer.scope.kind).execute({ ids, ...scopeValues(ctx.viewer) })
  const points = await readRows<{ key: string; normalized: string }>(ctx.db, shownPointsOf(rows.map(({ id }) => id)))
  const shown = new Map(points.map(({ key, normalized }) => [key, normalized]))
  return rows.map((row) =>
    listed(ctx.viewer, {
      ...row,
      email: shown.get(`${row.id} email`) ?? null,
      phone: shown.get(`${row.id} phone`) ?? null,
    }),
  )
}

const ownByIds = preparedQuery((db, scope: Scope['kind']) =>
  db
    .select(ownColumns)
    .from(customers)
    .where(and(sql`${customers.id} = any(${param('ids')}::uuid[])`, scopedAs(scope))),
)

const pointColumns = sql`p.channel, p.normalized, p.primary_at, p.blocked_at, p.created_at`
const LIVE = sql`p.retired_at is null and p.channel <> 'address'`
const PHONES = sql`array['mobile', 'whatsapp', 'landline', 'email']`

/** For each of these customers the points of `shownPoint`, with the key `<customer> email` or `<customer> phone`. */
function shownPointsOf(ids: string[]): SQL {
  const key = sql`point.owner || case when point.channel = 'email' then ' email' else ' phone' end`
  return sql`select distinct on (key) ${key} as key, point.normalized from (
      select p.customer_id as owner, false as is_absorbed, ${pointColumns} from contact_points p
      where p.customer_id = any(${sql.param(ids)}::uuid[]) and ${LIVE}
      union all
      select a.survivor_id, true, ${pointColumns} from customers a join contact_points p on p.customer_id = a.id
      where a.survivor_id = any(${sql.param(ids)}::uuid[]) and ${LIVE}
        and ${isIncluded('contacts', { customerId: sql.raw('p.customer_id'), id: sql.raw('p.id') })}
    ) point order by key, point.is_absorbed, point.primary_at is null, point.blocked_at is not null,
      array_position(${PHONES}, point.channel), point.created_at`
}
