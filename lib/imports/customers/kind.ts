import { stores } from '@/db/schema'
import type { WriteCtx } from '@/lib/kernel/context'
import { idsOf } from '@/lib/kernel/context'
import type { Kind, OpenImport, OpenOptions } from '../kinds/kind'
import type { Import, RowResult } from '../kinds/rows'
import { planOf } from '../plan-of'
import type { RawRow } from '../reading/row-assembler'
import { lockFor } from '@/db/advisory-locks'
import { lockTaxIds } from '@/lib/customers/lock-tax-ids'
import { decideBatch, type DecidedRow, type NumberedCustomer } from './batch/decide'
import { findBatch } from './batch/found'
import { fingerprintOf } from './batch/fingerprint'
import { writeBatch } from './batch/write'
import { shownRow } from './preview-row'
import { readRawRow } from './row/read-row'
import { isOptOutColumn } from './synonyms'
import { DAY_TARGETS, TARGETS } from './targets'
import { undoBatch } from './undo/undo-batch'

/** A file with one customer in each row. */
export const CUSTOMERS: Kind = { open: openCustomers, undoBatch }

export const customerPlanOf = (ctx: Pick<WriteCtx, 'db'>, file: Import, today: string) =>
  planOf(ctx, file, today, { targets: TARGETS, dayTargets: DAY_TARGETS, isDropped: isOptOutColumn })

async function openCustomers(
  ctx: WriteCtx,
  file: Import,
  { today, repeat }: OpenOptions,
): Promise<OpenImport<NumberedCustomer>> {
  const plan = await customerPlanOf(ctx, file, today)
  const { source, id: importId } = file
  const find = (db: WriteCtx['db'], rows: readonly NumberedCustomer[], lock: boolean) => {
    const candidates = candidatesOf(rows)
    const fingerprints = candidates.flatMap((candidate) => fingerprintOf(candidate) ?? [])
    return findBatch(db, { candidates, fingerprints, source, lock })
  }
  return {
    plan,
    read: (raw: RawRow, row: number) => ({ row, cells: raw.cells, ...readRawRow(raw, plan) }),
    async write(inside, rows) {
      await inside.db.execute(lockFor('imports'))
      // The rows are matched to customers before these are locked, so no merge may happen in between.
      await inside.db.execute(lockFor('merges'))
      await lockTaxIds(
        inside.db,
        candidatesOf(rows).flatMap(({ document }) => document ?? []),
      )
      const decision = decideBatch(rows, await find(inside.db, rows, true), { repeat, ids: idsOf(inside) })
      await writeBatch(inside, { importId, source, ...decision })
      return decision.rows.map(resultOf)
    },
    async preview(reading, rows, listed) {
      const decided = decideBatch(rows, await find(reading.db, rows, false), { repeat }).rows
      const named = await reading.db.select({ id: stores.id, name: stores.name }).from(stores)
      const storeNames = new Map(named.map(({ id, name }) => [id, name]))
      return {
        results: decided.map(resultOf),
        shown: { rows: rows.slice(0, listed).map((row, at) => shownRow(reading, row, decided[at]!, storeNames)) },
      }
    },
  }
}

const candidatesOf = (rows: readonly NumberedCustomer[]) =>
  rows.filter((row) => !row.problems.length).map((row) => row.candidate)

const resultOf = ({ outcome, reasons, customer }: DecidedRow): RowResult => ({
  outcome,
  reasons,
  customerId: customer?.id ?? null,
})
