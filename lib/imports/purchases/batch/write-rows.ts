import { inArray } from 'drizzle-orm'
import { insertRows } from '@/db/insert-rows'
import { users } from '@/db/schema'
import type { RowReason } from '@/db/schema/imports'
import { recordMany } from '@/lib/audit/record-many'
import { lockGroups } from '@/lib/customer-group/lock'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import type { BatchOutcome, RowKind, RowOutcome } from '@/lib/purchases/batch'
import { findOwnedRows } from '@/lib/purchases/find'
import { writePurchases } from '@/lib/purchases/write-many'
import { parseEmail } from '@/lib/values/emails'
import type { Import, RowResult } from '../../kinds/rows'
import type { PartsRow } from '../row/types'
import { Assembler, type Assembled, type Entry } from './assemble'
import { findCustomers } from './find-customers'
import { findLines, findSeen } from './known'
import { findTotalRemarks } from './total-remarks'

type Options = { repeat: boolean }

/** Writes the rows of a batch, inside the transaction of `ctx`, and returns what became of each. */
export async function writeRows(
  ctx: WriteCtx,
  file: Pick<Import, 'id' | 'source'>,
  rows: readonly PartsRow[],
  { repeat }: Options,
): Promise<RowResult[]> {
  const right = rows.filter(({ problems }) => !problems.length)
  const assembler = new Assembler(await findKnown(ctx, file, right, repeat))
  const assembled = new Map(right.map((row) => [row, assembler.add(row)]))
  const outcome = await writePurchases(ctx, file.source, assembler.writeable)
  await saveWritten(ctx, file.id, assembler.entries, outcome)
  await recordBatch(ctx, file.id, outcome)
  const remarks = await findTotalRemarks(ctx.db, file.source, right)
  return rows.map((row) => {
    const result = assembled.get(row)
    if (!result) return { outcome: 'rejected', reasons: row.problems, customerId: null }
    return resultOf(result, outcome, remarks.get(row.row))
  })
}

async function findKnown(
  ctx: WriteCtx,
  file: Pick<Import, 'id' | 'source'>,
  rows: readonly PartsRow[],
  repeat: boolean,
) {
  const { db } = ctx
  const keys = rows.flatMap(({ parts }) => parts.customer ?? [])
  const find = await findCustomers(db, file.source, keys)
  const purchases = rows.flatMap(({ parts: { purchase, item, return: returned } }) =>
    [purchase?.externalId, item?.purchase, returned?.purchase].filter((id) => id !== undefined),
  )
  const credits = rows.flatMap(({ parts: { credit, use } }) => credit?.externalId ?? use?.credit ?? [])
  const owned = await findOwnedRows(ctx, file.source, {
    purchases: [...new Set(purchases)],
    credits: [...new Set(credits)],
  })
  const found = keys.map(find).flatMap((customer) => ('id' in customer ? customer.id : []))
  const owners = [...owned.purchases.values(), ...owned.credits.values()].map(({ customerId }) => customerId)
  const groups = await lockGroups(db, [...new Set([...found, ...owners])])
  return {
    customerOf: ({ parts }: PartsRow) => (parts.customer ? find(parts.customer) : null),
    sellerOf: await findSellers(ctx, rows),
    owned,
    survivors: new Map([...groups].map(([id, { survivorId }]) => [id, survivorId])),
    lines: await findLines(db, owned.purchases),
    seen: await findSeen(db, file.id, [...purchases, ...credits]),
    repeat,
  }
}

/** A seller is a user when the cell is a user's e-mail; otherwise the text is stored as a name. */
async function findSellers({ db }: WriteCtx, rows: readonly PartsRow[]) {
  const emails = new Set(rows.flatMap(({ parts }) => parseEmail(parts.purchase?.seller ?? '')?.normalized ?? []))
  const found = emails.size
    ? await db
        .select({ id: users.id, email: users.email, name: users.name })
        .from(users)
        .where(inArray(users.email, [...emails]))
    : []
  const byEmail = new Map(found.map((user) => [user.email, user]))
  return (seller: string | null) => {
    if (!seller) return {}
    const user = byEmail.get(parseEmail(seller)?.normalized ?? '')
    return user ? { sellerId: user.id, sellerName: user.name } : { sellerName: seller }
  }
}

function resultOf(assembled: Assembled, outcome: BatchOutcome, remarks: RowReason[] = []): RowResult {
  if ('reasons' in assembled) return { outcome: 'rejected', reasons: assembled.reasons, customerId: null }
  const outcomes = assembled.places.map(({ kind, index }) => outcome[kind][index]!)
  const refused = outcomes.flatMap((one) => (one.result === 'refused' ? [{ code: `refused_${one.problem}` }] : []))
  if (refused.length) return { outcome: 'rejected', reasons: refused, customerId: null }
  const written = outcomes.filter((one) => one.result === 'written')
  const customerId = outcomes.flatMap((one) => ('place' in one ? one.place.customerId : []))[0] ?? null
  const isNew = written.some(({ before }) => before === null)
  return {
    outcome: isNew ? 'created' : written.length ? 'changed' : 'unchanged',
    reasons: [],
    customerId,
    remarks: [...assembled.remarks, ...remarks],
  }
}

/** Saves where the rows are and what they replaced, for contradictions later in the file, the list of results, and an undo. */
async function saveWritten(
  ctx: WriteCtx,
  importId: string,
  entries: Readonly<Record<RowKind, Entry[]>>,
  outcome: BatchOutcome,
): Promise<void> {
  const saved = (Object.keys(entries) as RowKind[]).flatMap((kind) =>
    entries[kind].flatMap((entry, index) => {
      const one: RowOutcome = outcome[kind][index]!
      if (one.result === 'refused') return []
      const { before, after } = one.result === 'written' ? one : { before: null, after: null }
      return [{ ...entry, ...one.place, before, after }]
    }),
  )
  await insertRows(ctx.db, 'import_purchase_rows', saved, {
    import_id: ['uuid', importId],
    kind: ['text', (s) => s.kind],
    parent_key: ['text', (s) => s.parentKey],
    key: ['text', (s) => s.key],
    row: ['int', (s) => s.row],
    digest: ['text', (s) => s.digest],
    customer_id: ['uuid', (s) => s.customerId],
    parent_id: ['uuid', (s) => s.parentId],
    row_id: ['text', (s) => s.id],
    before: ['jsonb', (s) => s.before && JSON.stringify(s.before)],
    after: ['jsonb', (s) => s.after && JSON.stringify(s.after)],
  })
}

/** One event for each customer of the batch, with the number of rows of each kind that were written. */
async function recordBatch(ctx: WriteCtx, importId: string, outcome: BatchOutcome): Promise<void> {
  const byCustomer = new Map<string, Partial<Record<RowKind, number>>>()
  for (const one of Object.values(outcome).flat()) {
    if (one.result !== 'written') continue
    const { customerId, kind } = one.place
    const counts = byCustomer.get(customerId) ?? {}
    byCustomer.set(customerId, { ...counts, [kind]: (counts[kind] ?? 0) + 1 })
  }
  await recordMany(
    ctx.db,
    actorOf(ctx),
    [...byCustomer].map(([customerId, counts]) => ({
      event: 'purchase_import.applied' as const,
      customerId,
      details: { importId, ...counts },
    })),
  )
}
