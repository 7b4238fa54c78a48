import { recordMany } from '@/lib/audit/record-many'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import { insertRows } from '@/db/insert-rows'
import { recordImportedCancellations } from '@/lib/consents/import-cancellations'
import { insertContactPoints } from '@/lib/contacts/insert-many'
import { indexNames } from '@/lib/customers/index-names'
import { insertCustomers, insertExternalIds, updateCustomers, type CustomerColumns } from '@/lib/customers/write-many'
import type { OptOut } from '../row/types'
import { changesOf, entriesOf, isNewDocument } from './history'
import type { TargetCustomer } from './target'

type Written = {
  importId: string
  source: string
  customers: readonly TargetCustomer[]
  fingerprints: ReadonlyMap<string, string>
}

const INDEXED = ['name', 'preferredName', 'storeId'] as const

const isChanged = (c: TargetCustomer) =>
  c.points.length > 0 || c.externalIds.length > 0 || c.optOuts.length > 0 || changesOf(c) !== null

/** Writes a decided batch and its history, with about a dozen statements for any number of rows. */
export async function writeBatch(ctx: WriteCtx, { importId, source, customers, fingerprints }: Written): Promise<void> {
  const created = customers.filter((c) => c.created)
  const changed = customers.filter((c) => !c.created && isChanged(c))
  const written = [...created, ...changed]
  if (!written.length) return
  await insertCustomers(ctx, created.map(columnsOf))
  await updateCustomers(
    ctx,
    changed.map((c) => ({ ...columnsOf(c), cleared: clearedBy(c) })),
  )
  await insertContactPoints(
    ctx,
    written.flatMap((c) => c.points.map((point) => ({ ...point, customerId: c.id }))),
  )
  await insertKeys(ctx, source, written, fingerprints)
  await insertChanges(ctx, importId, written)
  const renamed = changed.filter((c) => INDEXED.some((field) => field in c.fields))
  await indexNames(
    ctx.db,
    [...created, ...renamed].map((c) => c.id),
  )
  const consentIds = await insertOptOuts(ctx, written)
  await recordMany(
    ctx.db,
    actorOf(ctx),
    written.flatMap((c) => entriesOf(c, importId, consentIds)),
  )
}

const clearedBy = (c: TargetCustomer) => [...Object.keys(c.fields), ...(isNewDocument(c) ? ['document'] : [])]

const columnsOf = ({ id, kind, document, fields, attributes }: TargetCustomer): CustomerColumns => ({
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

async function insertKeys(
  ctx: WriteCtx,
  source: string,
  customers: readonly TargetCustomer[],
  fingerprints: ReadonlyMap<string, string>,
): Promise<void> {
  const ids = customers.flatMap((c) => c.externalIds.map((externalId) => ({ externalId, customerId: c.id })))
  await insertExternalIds(ctx, source, ids)
  await insertRows(ctx.db, 'import_fingerprints', [...fingerprints], {
    fingerprint: ['bytea', ([fingerprint]) => Buffer.from(fingerprint, 'hex')],
    customer_id: ['uuid', ([, customerId]) => customerId],
  })
}

const insertChanges = (ctx: WriteCtx, importId: string, customers: readonly TargetCustomer[]): Promise<void> =>
  insertRows(ctx.db, 'import_changes', customers, {
    customer_id: ['uuid', (c) => c.id],
    import_id: ['uuid', importId],
    row: ['int', (c) => c.row],
    created: ['boolean', (c) => c.created],
    external_ids: ['jsonb', (c) => JSON.stringify(c.externalIds)],
  })

/** Returns the id of the consent that each opt-out became. */
async function insertOptOuts(ctx: WriteCtx, customers: readonly TargetCustomer[]): Promise<Map<OptOut, string>> {
  const all = customers.flatMap(({ id, optOuts }) => optOuts.map((optOut) => ({ optOut, customerId: id })))
  const ids = await recordImportedCancellations(
    ctx,
    all.map(({ optOut, customerId }) => ({ ...optOut, customerId })),
  )
  return new Map(all.map(({ optOut }, at) => [optOut, ids[at]!]))
}
