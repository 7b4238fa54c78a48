import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { recordMany } from '@/lib/audit/record-many'
import { actorOf, type Ctx } from '@/lib/kernel/context'
import { indexNames } from '@/lib/search/index-names'
import { changesOf, entriesOf } from './history'
import type { TargetCustomer } from './target'

type Written = {
  importId: string
  source: string
  customers: readonly TargetCustomer[]
  fingerprints: ReadonlyMap<string, string>
}

const INDEXED = ['name', 'preferredName', 'storeId'] as const

const isChanged = (c: TargetCustomer) => c.points.length > 0 || c.externalIds.length > 0 || changesOf(c) !== null

/** Writes a decided batch with its history, set-based: a dozen statements whatever the number of rows. */
export async function writeBatch(ctx: Ctx, { importId, source, customers, fingerprints }: Written): Promise<void> {
  const created = customers.filter((c) => c.created)
  const changed = customers.filter((c) => !c.created && isChanged(c))
  const written = [...created, ...changed]
  if (!written.length) return
  await insertCustomers(ctx, created)
  await updateCustomers(ctx, changed)
  await insertPoints(ctx, written)
  await insertKeys(ctx.db, source, written, fingerprints)
  const renamed = changed.filter((c) => INDEXED.some((field) => field in c.fields))
  await indexNames(
    ctx.db,
    [...created, ...renamed].map((c) => c.id),
  )
  await recordMany(
    ctx.db,
    actorOf(ctx),
    written.flatMap((c) => entriesOf(c, importId)),
    new Set(created.map((c) => c.id)),
  )
}

async function insertCustomers(ctx: Ctx, created: readonly TargetCustomer[]): Promise<void> {
  if (!created.length) return
  const now = ctx.now.toISOString()
  await ctx.db.execute(sql`
    insert into customers (id, kind, name, preferred_name, document_country, document_type, document_number, birth_on, sex, registered_on,
      store_id, how_met, last_purchase_on, remarks, attributes, created_at, created_by, updated_at, last_activity_at)
    select r.*, ${now}::timestamptz, ${ctx.viewer.userId}::uuid, ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(created.map(columnsOf))}::json) as r(id uuid, kind text, name text, preferred_name text,
      document_country text, document_type text, document_number text, birth_on date, sex text, registered_on date, store_id uuid,
      how_met text, last_purchase_on date, remarks text, attributes jsonb)`)
}

/** What is absent in a row stays as it is; a validation of what changed is no longer one. */
async function updateCustomers(ctx: Ctx, changed: readonly TargetCustomer[]): Promise<void> {
  if (!changed.length) return
  const json = JSON.stringify(changed.map((c) => ({ ...columnsOf(c), cleared: clearedBy(c) })))
  const now = ctx.now.toISOString()
  await ctx.db.execute(sql`
    update customers c set
      name = coalesce(r.name, c.name), preferred_name = coalesce(r.preferred_name, c.preferred_name),
      document_country = coalesce(c.document_country, r.document_country), document_type = coalesce(c.document_type, r.document_type),
      document_number = coalesce(c.document_number, r.document_number), birth_on = coalesce(r.birth_on, c.birth_on), sex = coalesce(r.sex, c.sex),
      registered_on = coalesce(r.registered_on, c.registered_on), store_id = coalesce(r.store_id, c.store_id),
      how_met = coalesce(r.how_met, c.how_met), last_purchase_on = coalesce(r.last_purchase_on, c.last_purchase_on),
      remarks = coalesce(r.remarks, c.remarks), attributes = c.attributes || r.attributes,
      version = c.version + 1, updated_at = ${now}::timestamptz, last_activity_at = greatest(c.last_activity_at, ${now}::timestamptz)
    from json_to_recordset(${json}::json) as r(id uuid, name text, preferred_name text, document_country text, document_type text,
      document_number text, birth_on date, sex text, registered_on date, store_id uuid, how_met text, last_purchase_on date, remarks text, attributes jsonb)
    where c.id = r.id`)
  await ctx.db.execute(sql`
    delete from field_validations v using json_to_recordset(${json}::json) as r(id uuid, cleared text[])
    where v.customer_id = r.id and v.field = any(r.cleared)`)
}

const clearedBy = (c: TargetCustomer) => [
  ...Object.keys(c.fields),
  ...(c.document && !c.before?.documentNumber ? ['document'] : []),
]

const columnsOf = ({ id, kind, document, fields, attributes }: TargetCustomer) => ({
  id,
  kind,
  name: fields.name,
  preferred_name: fields.preferredName,
  document_country: document ? 'BR' : undefined,
  document_type: document?.type,
  document_number: document?.number,
  birth_on: fields.birthOn,
  sex: fields.sex,
  registered_on: fields.registeredOn,
  store_id: fields.storeId,
  how_met: fields.howMet,
  last_purchase_on: fields.lastPurchaseOn,
  remarks: fields.remarks,
  attributes,
})

async function insertPoints(ctx: Ctx, customers: readonly TargetCustomer[]): Promise<void> {
  const points = customers.flatMap((c) =>
    c.points.map(({ matchKey, primary, ...point }) => ({
      ...point,
      customer_id: c.id,
      match_key: matchKey,
      primary_at: primary ? ctx.now : null,
    })),
  )
  if (!points.length) return
  const now = ctx.now.toISOString()
  const by = ctx.viewer.userId
  await ctx.db.execute(sql`
    insert into contact_points (customer_id, id, channel, value, normalized, match_key, address, primary_at, primary_by, created_at, created_by, changed_at)
    select customer_id, id, channel, value, normalized, match_key, address, primary_at,
      case when primary_at is not null then ${by}::uuid end, ${now}::timestamptz, ${by}::uuid, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(points)}::json) as p(customer_id uuid, id uuid, channel text, value text, normalized text,
      match_key text, address jsonb, primary_at timestamptz)`)
}

async function insertKeys(
  db: Db,
  source: string,
  customers: readonly TargetCustomer[],
  fingerprints: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = customers.flatMap((c) => c.externalIds.map((externalId) => [externalId, c.id] as const))
  if (ids.length) {
    await db.execute(sql`
      insert into external_ids (source, external_id, customer_id)
      select ${source}, * from unnest(${sql.param(ids.map(([key]) => key))}::text[], ${sql.param(ids.map(([, id]) => id))}::uuid[])`)
  }
  if (!fingerprints.size) return
  await db.execute(sql`
    insert into import_fingerprints (fingerprint, customer_id)
    select decode(f, 'hex'), id from unnest(${sql.param([...fingerprints.keys()])}::text[], ${sql.param([...fingerprints.values()])}::uuid[]) as k(f, id)`)
}
