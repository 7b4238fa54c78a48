import { inArray } from 'drizzle-orm'
import { lockFor } from '@/db/advisory-locks'
import { customers } from '@/db/schema'
import { shownNameOf } from '@/lib/customer-group/shown-name'
import type { WriteCtx } from '@/lib/kernel/context'
import type { Kind, OpenImport, OpenOptions } from '../kinds/kind'
import type { Import, RowResult } from '../kinds/rows'
import { planOf } from '../plan-of'
import { writeRows } from './batch/write-rows'
import { shownPurchaseRows } from './preview-row'
import { readPartsRow } from './row/read-row'
import type { PartsRow } from './row/types'
import { AMOUNT_TARGETS, DAY_TARGETS, PURCHASE_GROUPS, type PurchaseFile, type Target } from './targets'
import { undoBatch } from './undo/undo-batch'

const kindOf = (file: PurchaseFile): Kind => ({
  open: (ctx, row, options) => openFile(ctx, file, row, options),
  undoBatch,
})

/** The kinds of files about purchases. */
export const PURCHASE_KINDS: Record<PurchaseFile, Kind> = {
  purchases: kindOf('purchases'),
  purchase_items: kindOf('purchase_items'),
  purchase_returns: kindOf('purchase_returns'),
  credits: kindOf('credits'),
}

const targetsOf = (file: PurchaseFile): Target[] => Object.values(PURCHASE_GROUPS[file]).flat()

async function openFile(
  ctx: WriteCtx,
  kind: PurchaseFile,
  file: Import,
  { today, repeat }: OpenOptions,
): Promise<OpenImport<PartsRow>> {
  const targets = targetsOf(kind)
  const has = (target: Target) => targets.includes(target)
  const plan = await planOf(ctx, file, today, {
    targets,
    dayTargets: DAY_TARGETS.filter(has),
    amountTargets: AMOUNT_TARGETS.filter(has),
  })
  return {
    plan,
    read: (raw, row) => readPartsRow(kind, raw, row, plan),
    async write(inside, rows) {
      await inside.db.execute(lockFor('imports'))
      // The rows are matched to customers before these are locked, so no merge may happen in between.
      await inside.db.execute(lockFor('merges'))
      return writeRows(inside, file, rows, { repeat })
    },
    async preview(reading, rows, listed) {
      const { results, names } = await tryRows(reading, file, rows, { repeat, listed })
      return { results, shown: { purchases: shownPurchaseRows(reading, plan, rows.slice(0, listed), results, names) } }
    },
  }
}

/** The shown names of the customers of some rows. */
async function findNames({ db }: WriteCtx, results: readonly RowResult[]): Promise<Map<string, string>> {
  const ids = [...new Set(results.flatMap(({ customerId }) => customerId ?? []))]
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: customers.id, name: shownNameOf(customers) })
    .from(customers)
    .where(inArray(customers.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

class RolledBack extends Error {}

/** Writes the rows and rolls the transaction back, so that a preview shows what the writer itself does. */
async function tryRows(
  ctx: WriteCtx,
  file: Import,
  rows: readonly PartsRow[],
  { repeat, listed }: { repeat: boolean; listed: number },
): Promise<{ results: RowResult[]; names: Map<string, string> }> {
  let tried: { results: RowResult[]; names: Map<string, string> } | undefined
  await ctx.db
    .transaction(async (tx) => {
      const inside = { ...ctx, db: tx }
      const results = await writeRows(inside, file, rows, { repeat })
      tried = { results, names: await findNames(inside, results.slice(0, listed)) }
      throw new RolledBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
  return tried!
}
