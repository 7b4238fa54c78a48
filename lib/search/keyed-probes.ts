import { sql, type SQL } from 'drizzle-orm'
import type { Viewer } from '@/lib/access/viewer'
import type { Ctx } from '@/lib/kernel/context'
import { scopedTo } from '@/lib/access/scope'
import type { SearchCursor } from './cursor'
import type { Shapes } from './detect'
import { survivorIdAs } from '@/lib/customer-group/scope'
import type { Found } from './found'

/** A scoped viewer's probe looks at so many rows of the index at most, in and out of reach. */
const LOOKED_AT = 2_000
/** Sorts after every character an e-mail may hold. */
const LAST_CHARACTER = '\u{10FFFF}'

const ORDER = ['id', 'number', 'document', 'email', 'phone'] as const
type Keyed = (typeof ORDER)[number]

type Probe = { viewer: Viewer; after: SearchCursor | null; most: number }

/**
 * Customers whose id, document's number, own document, e-mail or phone has one of the shapes: a bounded range of one btree each, in this order, `most` rows in all.
 * One statement; nothing when the text has none of these shapes.
 */
export async function findKeyed(ctx: Ctx, shapes: Shapes, cursor: SearchCursor | null, most: number): Promise<Found[]> {
  const start = cursor ? ORDER.indexOf(cursor.probe as Keyed) : 0
  if (start < 0) return []
  const kinds = ORDER.slice(start).filter((kind) => shapes[kind] !== undefined)
  if (!kinds.length) return []
  const arms = kinds.map((kind, at) => {
    const after = cursor?.probe === kind ? cursor : null
    return sql`(select ${at}::int as arm, ${kind}::text as probe, * from (${PROBES[kind](shapes, { viewer: ctx.viewer, after, most })}) p limit ${most})`
  })
  const rows = sql.join(arms, sql` union all `)
  return ctx.db
    .select({
      probe: sql<Keyed>`probe`,
      key: sql<string>`key`,
      id: sql<string>`id`,
      root: sql<string>`root`,
      detail: sql<string>`detail`,
    })
    .from(sql`(${rows}) found`)
    .orderBy(sql`arm`, sql`key collate "C"`, sql`id`)
    .limit(most)
}

const PROBES: Record<Keyed, (shapes: Shapes, probe: Probe) => SQL> = {
  id: ({ id }, probe) =>
    ofCustomers(
      sql`c.id::text collate "C"`,
      sql`''::text`,
      sql`c.id between ${id!.low}::uuid and ${id!.high}::uuid`,
      sql`c.id`,
      probe,
    ),
  number: ({ number }, probe) => ofNumbers(number!, probe),
  document: ({ document }, probe) => {
    const { number, cpf, cnpj, other } = document!
    const types = [cpf && 'cpf', cnpj && 'cnpj'].filter((type) => type !== false)
    const within = sql`c.document_number >= ${number} and c.document_number <= ${`${number}Z`.padEnd(31, 'Z')}`
    const kind = sql`(c.document_type = any(${sql.param(types)}::text[]) or (${other} and c.document_number = ${number} and c.document_type not in ('cpf', 'cnpj')))`
    return ofCustomers(
      sql`c.document_number`,
      sql`c.document_type`,
      sql`${within} and ${kind}`,
      sql`c.document_number, c.id`,
      probe,
    )
  },
  email: ({ email }, probe) =>
    ofPoints(sql`p.channel = 'email' and p.match_key >= ${email} and p.match_key < ${email + LAST_CHARACTER}`, probe),
  phone: ({ phone }, probe) => {
    const { lastEight, ddd, before } = phone!
    const within = sql`p.match_key >= ${`${lastEight}|`} and p.match_key < ${`${lastEight}}`}`
    // Of another country's number the end of the area is enough: its own people leave the country out.
    const area = ddd ?? before ?? ''
    const where = sql`(${area} = '' or substr(p.match_key, 10) = ${area} or (p.match_key like '%|+%' and right(p.match_key, ${area.length}::int) = ${area}))`
    return ofPoints(sql`${within} and ${where}`, probe)
  },
}

function ofCustomers(key: SQL, detail: SQL, where: SQL, order: SQL, { viewer, after, most }: Probe): SQL {
  const further = after ? sql` and (${key}, c.id) > (${after.key}, ${after.id}::uuid)` : sql``
  return sql`select * from (select ${key} as key, c.id, ${survivorIdAs('c')} as root, ${detail} as detail
    from customers c where ${where}${further} order by ${order} limit ${looked(viewer, most)}) r ${inScope(viewer)}`
}

/** Several documents may bear one number; a customer's newest stands for the others. */
function ofNumbers(number: string, { viewer, after, most }: Probe): SQL {
  const further = after ? sql` and n.customer_id > ${after.id}::uuid` : sql``
  return sql`select r.key, r.id, ${survivorIdAs('c')} as root, r.detail from (
    select distinct on (n.customer_id) n.number as key, n.customer_id as id, n.document_id::text as detail from document_numbers n
    where n.number = ${number}${further} order by n.customer_id, n.document_id desc limit ${looked(viewer, most)}) r
    join customers c on c.id = r.id ${inScope(viewer, survivorIdAs('c'))}`
}

/** A point's key is what it matches by and its channel, as its index is ordered. */
function ofPoints(where: SQL, { viewer, after, most }: Probe): SQL {
  const [matchKey, channel] = after?.key.split(' ') ?? []
  const further = after
    ? sql` and (p.match_key, p.channel, p.customer_id) > (${matchKey}, ${channel ?? ''}, ${after.id}::uuid)`
    : sql``
  return sql`select r.key, r.id, ${survivorIdAs('c')} as root, r.detail from (
    select p.match_key || ' ' || p.channel as key, p.customer_id as id, p.channel as detail from contact_points p
    where p.retired_at is null and ${where}${further} order by p.match_key, p.channel, p.customer_id limit ${looked(viewer, most)}) r
    join customers c on c.id = r.id ${inScope(viewer, survivorIdAs('c'))}`
}

const looked = (viewer: Viewer, most: number) => (viewer.scope.kind === 'all' ? most : LOOKED_AT)

function inScope(viewer: Viewer, root = sql`r.root`): SQL {
  const scope = scopedTo(viewer)
  return scope ? sql`where exists (select from customers where customers.id = ${root} and ${scope})` : sql``
}
