import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { lockFor } from '@/db/advisory-locks'
import { fieldValidations, importChanges, importFingerprints, imports } from '@/db/schema'
import { recordMany } from '@/lib/audit/record-many'
import { deleteContactPoints } from '@/lib/contacts/delete-many'
import { takeBackAdded } from '@/lib/contacts/take-back-added'
import { lockGroups } from '@/lib/customer-group/lock'
import { removeCustomers, removeExternalIds } from '@/lib/customers/remove-many'
import { save } from '@/lib/customers/save'
import { isTaxIdTaken } from '@/lib/customers/taken'
import { removePairsOf } from '@/lib/duplicates/commands/remove-pairs'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import type { CommandEvent } from '@/lib/kernel/command'
import { findUntouched, readImported, type ImportedChanges } from './read-history'
import { keepDocument, takeBack } from './take-back'

const BATCH_ROWS = 200

type Change = typeof importChanges.$inferSelect
type Undone = { change: Change; kept: string[] }
type Entry = CommandEvent & { event: NonNullable<CommandEvent['event']>; customerId: string }

/**
 * Takes back the last changes of an import that are not undone yet, in one transaction: after a crash, all of it is saved or nothing.
 * Returns false when there is nothing left to do.
 */
export function undoBatch(ctx: WriteCtx, importId: string, batchRows = BATCH_ROWS): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx }
    const [file] = await tx.select().from(imports).where(eq(imports.id, importId)).for('update')
    if (!file?.undoStartedAt || file.undoFinishedAt) return false
    await tx.execute(lockFor('imports'))
    const changes = await tx
      .select()
      .from(importChanges)
      .where(and(eq(importChanges.importId, importId), isNull(importChanges.undoneAt)))
      .orderBy(desc(importChanges.row), asc(importChanges.customerId))
      .limit(batchRows)
    if (!changes.length) return false
    const ids = [...new Set(changes.map(({ customerId }) => customerId))]
    await lockGroups(tx, ids)
    const created = await findCreated(inside, importId, ids)
    const removed = await remove(inside, importId, changes)
    const own = changes.filter((change) => change.created || created.has(change.customerId))
    const restored = await restore(
      inside,
      file.source,
      changes.filter((change) => !own.includes(change)),
    )
    // A customer that this import created is removed as a whole or stays as a whole.
    const whole = own.map((change) => ({
      change,
      kept: change.created && !removed.has(change.customerId) ? ['customer'] : [],
    }))
    await mark(inside, [...whole, ...restored])
    return true
  })
}

async function findCreated({ db }: WriteCtx, importId: string, customerIds: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ customerId: importChanges.customerId })
    .from(importChanges)
    .where(
      and(
        eq(importChanges.importId, importId),
        eq(importChanges.created, true),
        inArray(importChanges.customerId, customerIds),
      ),
    )
  return new Set(rows.map(({ customerId }) => customerId))
}

/** Removes the customers that the import created and nobody has touched since; returns their ids. */
async function remove(ctx: WriteCtx, importId: string, changes: readonly Change[]): Promise<Set<string>> {
  const created = changes.filter((change) => change.created).map(({ customerId }) => customerId)
  const untouched = await findUntouched(ctx, importId, created)
  const ids = [...untouched]
  if (!ids.length) return untouched
  const entries = ids.map((customerId) => ({ event: 'customer.removed' as const, customerId, details: { importId } }))
  await recordMany(ctx.db, actorOf(ctx), entries)
  await deleteContactPoints(ctx, ids)
  await ctx.db.delete(importFingerprints).where(inArray(importFingerprints.customerId, ids))
  await removePairsOf(ctx.db, ids)
  await removeCustomers(ctx, ids)
  return untouched
}

/** Takes back the changes of customers that existed before the import, the newest change first. */
async function restore(ctx: WriteCtx, source: string, changes: readonly Change[]): Promise<Undone[]> {
  if (!changes.length) return []
  const ids = [...new Set(changes.map(({ customerId }) => customerId))]
  const imported = await readImported(ctx, changes[0]!.importId, ids)
  const undone: Undone[] = []
  const entries: Entry[] = []
  for (const change of changes) {
    const { kept, events } = await restoreOne(ctx, source, change, imported.get(change.customerId)!)
    undone.push({ change, kept })
    entries.push(...events)
  }
  await recordMany(ctx.db, actorOf(ctx), entries)
  return undone
}

async function restoreOne(
  ctx: WriteCtx,
  source: string,
  { customerId, importId, row, externalIds }: Change,
  { states, pointIds }: ImportedChanges,
): Promise<{ kept: string[]; events: Entry[] }> {
  // The values are read again for each change, because an earlier one of this batch may have written them.
  const record = (await lockGroups(ctx.db, [customerId])).get(customerId)?.survivor
  const state = states.get(row)
  if (!record || record.id !== customerId || !state) return { kept: ['customer'], events: [] }
  const taken = takeBack(record, state, await validatedFields(ctx, customerId))
  const { documentNumber } = taken.columns
  if (documentNumber && (await isTaxIdTaken(ctx, { ...record, ...taken.columns }, customerId))) keepDocument(taken)
  const points = await takeBackAdded(ctx, customerId, pointIds)
  await removeExternalIds(ctx, customerId, source, externalIds)
  const isChanged = Object.keys(taken.columns).length > 0
  if (isChanged) await save(ctx, record, taken.columns)
  const { before, after } = taken
  const undone: Entry[] =
    isChanged || externalIds.length
      ? [
          {
            event: 'customer.import_undone',
            customerId,
            details: { importId, row },
            ...(isChanged && { before, after }),
          },
        ]
      : []
  const retired = points.events.map((event): Entry => ({ ...event, event: 'contact.retired', customerId }))
  return { kept: [...taken.kept, ...points.kept], events: [...undone, ...retired] }
}

async function validatedFields({ db }: WriteCtx, customerId: string): Promise<Set<string>> {
  const rows = await db
    .select({ field: fieldValidations.field })
    .from(fieldValidations)
    .where(eq(fieldValidations.customerId, customerId))
  return new Set(rows.map(({ field }) => field))
}

async function mark(ctx: WriteCtx, undone: readonly Undone[]): Promise<void> {
  for (const { change, kept } of undone)
    await ctx.db
      .update(importChanges)
      .set({ undoneAt: ctx.now, kept })
      .where(
        and(
          eq(importChanges.customerId, change.customerId),
          eq(importChanges.importId, change.importId),
          eq(importChanges.row, change.row),
        ),
      )
}
