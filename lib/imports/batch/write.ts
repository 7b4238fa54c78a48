import { sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { recordMany } from '@/lib/audit/record-many'
import { actorOf, type Ctx } from '@/lib/kernel/context'
import { insertRows } from '@/db/insert-rows'
import { indexNames } from '@/lib/customers/index-names'
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
  const now = ctx.now.toISOString()
  await insertRows(ctx.db, 'customers', created.map(columnsOf), {
    id: ['uuid', (c) => c.id],
    kind: ['text', (c) => c.kind],
    name: ['text', (c) => c.name],
    preferred_name: ['text', (c) => c.preferred_name],
    document_country: ['text', (c) => c.document_country],
    document_type: ['text', (c) => c.document_type],
    document_number: ['text', (c) => c.document_number],
    birth_on: ['date', (c) => c.birth_on],
    sex: ['text', (c) => c.sex],
    registered_on: ['date', (c) => c.registered_on],
    store_id: ['uuid', (c) => c.store_id],
    how_met: ['text', (c) => c.how_met],
    last_purchase_on: ['date', (c) => c.last_purchase_on],
    remarks: ['text', (c) => c.remarks],
    attributes: ['jsonb', (c) => JSON.stringify(c.attributes)],
    created_at: ['timestamptz', now],
    created_by: ['uuid', ctx.viewer.userId],
    updated_at: ['timestamptz', now],
    last_activity_at: ['timestamptz', now],
  })
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
  const now = ctx.now.toISOString()
  const by = ctx.viewer.userId
  const points = customers.flatMap((c) => c.points.map((point) => ({ ...point, customerId: c.id })))
  await insertRows(ctx.db, 'contact_points', points, {
    customer_id: ['uuid', (p) => p.customerId],
    id: ['uuid', (p) => p.id],
    channel: ['text', (p) => p.channel],
    value: ['text', (p) => p.value],
    normalized: ['text', (p) => p.normalized],
    match_key: ['text', (p) => p.matchKey],
    address: ['jsonb', (p) => p.address && JSON.stringify(p.address)],
    primary_at: ['timestamptz', (p) => (p.primary ? now : null)],
    primary_by: ['uuid', (p) => (p.primary ? by : null)],
    created_at: ['timestamptz', now],
    created_by: ['uuid', by],
    changed_at: ['timestamptz', now],
  })
}

async function insertKeys(
  db: Db,
  source: string,
  customers: readonly TargetCustomer[],
  fingerprints: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = customers.flatMap((c) => c.externalIds.map((externalId) => ({ externalId, customerId: c.id })))
  await insertRows(db, 'external_ids', ids, {
    source: ['text', source],
    external_id: ['text', (k) => k.externalId],
    customer_id: ['uuid', (k) => k.customerId],
  })
  await insertRows(db, 'import_fingerprints', [...fingerprints], {
    fingerprint: ['bytea', ([fingerprint]) => Buffer.from(fingerprint, 'hex')],
    customer_id: ['uuid', ([, customerId]) => customerId],
  })
}
