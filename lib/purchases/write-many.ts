import { insertRows } from '@/db/insert-rows'
import { idsOf, type WriteCtx } from '@/lib/kernel/context'
import type { BatchOutcome, PurchaseBatch, RowKind, RowOutcome, WrittenRow } from './batch'
import { draftsOf } from './drafts'
import { updateLastPurchases } from './last-purchase'
import { readReferences, type References } from './references'
import { readRowsOf, saveRows, textOf } from './stored-rows'
import { TABLES } from './tables'
import { addUpItems, type PurchaseId } from './totals'

/** Rows that others refer to are written first. */
const ORDER: readonly RowKind[] = ['purchases', 'items', 'returns', 'exclusions', 'credits', 'uses']

/**
 * Inserts or updates purchases with everything that belongs to them, with a few statements for any number of rows. The caller has locked
 * the groups of their customers. The same batch changes nothing the second time. Purchases without a stated total get the sum of their
 * items, and the day of the last purchase is updated. The caller checks the permission and writes the history.
 */
export async function writePurchases(ctx: WriteCtx, source: string, batch: PurchaseBatch): Promise<BatchOutcome> {
  const references = await readReferences(ctx, source, batch)
  const outcome: BatchOutcome = { purchases: [], items: [], returns: [], exclusions: [], credits: [], uses: [] }
  for (const kind of ORDER) outcome[kind] = await writeKind(ctx, kind, { source, batch, references })
  await afterWriting(ctx, Object.values(outcome).flat())
  return outcome
}

type Batch = { source: string; batch: PurchaseBatch; references: References }

async function writeKind(ctx: WriteCtx, kind: RowKind, { source, batch, references }: Batch): Promise<RowOutcome[]> {
  const drafts = draftsOf(kind, { source, batch, references })
  if (!drafts.length) return []
  const right = drafts.flatMap((draft) => ('problem' in draft ? [] : [draft]))
  const stored = await readRowsOf(ctx, kind, right)
  const outcomes = drafts.map((draft): RowOutcome => {
    if ('problem' in draft) return { result: 'refused', problem: draft.problem }
    const { customerId, parentId, key, values } = draft
    const found = stored.get(textOf(draft))
    const id = found?.id ?? (TABLES[kind].key === 'external_id' ? idsOf(ctx).row() : key)
    const place = { kind, customerId, parentId, id }
    const after = { ...(found ? found.values : TABLES[kind].defaults), ...values }
    if (found && isSame(found.values, after)) return { result: 'unchanged', place }
    return { result: 'written', place, before: found?.values ?? null, after }
  })
  const written = outcomes.filter((one): one is WrittenRow => one.result === 'written')
  await saveRows(
    ctx,
    kind,
    written.map(({ place, after }) => ({ place, values: after })),
  )
  if (kind === 'purchases' || kind === 'credits') await saveKeys(ctx, kind, written)
  return outcomes
}

const isSame = (one: Record<string, unknown>, two: Record<string, unknown>) =>
  Object.keys(two).every((name) => (one[name] ?? null) === (two[name] ?? null))

const saveKeys = (ctx: WriteCtx, kind: 'purchases' | 'credits', written: readonly WrittenRow[]): Promise<void> =>
  insertRows(
    ctx.db,
    'purchase_keys',
    written.filter(({ before }) => !before),
    {
      source: ['text', ({ after }) => after.source],
      kind: ['text', kind === 'purchases' ? 'purchase' : 'credit'],
      external_id: ['text', ({ after }) => after.external_id],
      customer_id: ['uuid', ({ place }) => place.customerId],
      row_id: ['uuid', ({ place }) => place.id],
    },
  )

/** Updates the totals and the days of the last purchases after the rows were written. */
async function afterWriting(ctx: WriteCtx, outcomes: readonly RowOutcome[]): Promise<void> {
  const written = outcomes.filter((one): one is WrittenRow => one.result === 'written')
  const changed = new Map<string, PurchaseId>()
  for (const { place } of written) {
    if (place.kind === 'purchases') changed.set(place.id, place)
    if (place.kind === 'items') changed.set(place.parentId!, { customerId: place.customerId, id: place.parentId! })
  }
  await addUpItems(ctx, [...changed.values()])
  const purchases = written.filter(({ place }) => place.kind === 'purchases')
  await updateLastPurchases(
    ctx,
    purchases.map(({ place }) => place.customerId),
    purchases.flatMap(({ place, before, after }) =>
      before && countedAt(before) !== countedAt(after)
        ? { customerId: place.customerId, at: String(before.purchased_at) }
        : [],
    ),
  )
}

const countedAt = ({ situation, purchased_at: at }: WrittenRow['after']) => (situation === 'cancelled' ? null : at)
