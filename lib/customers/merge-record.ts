import { randomInt } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { customers, fieldValidations } from '@/db/schema'
import type { Customer } from '@/lib/customer-group/lock'
import type { WriteCtx } from '@/lib/kernel/context'
import { fieldsOfColumns } from './changes'
import { registrationAfterMerge, type MergeField } from './merge-fields'

/** A row as Postgres writes it to JSON: instants have their microseconds, which a `Date` would lose. */
type JsonRow = Record<string, unknown>

/** What a merge changed in the survivor's own rows, for its undo. */
export type MergeSnapshot = { before: JsonRow; after: JsonRow; validations: JsonRow[] }

const jsonOfCustomer = sql<JsonRow>`to_jsonb(${customers})`

const STEP_MAX = 100_000

/** Columns that an undo restores only if nobody changed the row meanwhile. */
const BOOKKEEPING = new Set(['version', 'updated_at', 'last_activity_at'])

/**
 * Gives the survivor the values that the person took from the absorbed record, removes the validations of these fields, and returns what an
 * undo needs. The version grows by a random step: after an undo, which restores the old version, no form from the time of the merge fits.
 */
export async function takeRegistration(
  ctx: WriteCtx,
  kept: Customer,
  other: Customer,
  taken: readonly MergeField[],
): Promise<{ snapshot: MergeSnapshot; changes: Partial<Customer>; version: number }> {
  const changes = registrationAfterMerge(kept, other, taken)
  const version = kept.version + randomInt(1, STEP_MAX)
  const validations = await removeValidations(ctx, kept.id, Object.keys(changes))
  const old = ctx.db
    .select({ id: customers.id, json: jsonOfCustomer.as('json') })
    .from(customers)
    .where(eq(customers.id, kept.id))
    .as('old')
  const [row] = await ctx.db
    .update(customers)
    .set({ ...changes, version, updatedAt: ctx.now, lastActivityAt: ctx.now })
    .from(old)
    .where(eq(customers.id, old.id))
    .returning({ before: old.json, after: jsonOfCustomer })
  return { snapshot: { before: row!.before, after: row!.after, validations }, changes, version }
}

async function rowOf({ db }: WriteCtx, customerId: string): Promise<JsonRow> {
  const [row] = await db.select({ json: jsonOfCustomer }).from(customers).where(eq(customers.id, customerId))
  return row!.json
}

async function removeValidations(ctx: WriteCtx, customerId: string, columns: string[]): Promise<JsonRow[]> {
  const fields = fieldsOfColumns(columns)
  if (!fields.length) return []
  const removed = await ctx.db
    .delete(fieldValidations)
    .where(and(eq(fieldValidations.customerId, customerId), inArray(fieldValidations.field, fields)))
    .returning({ json: sql<JsonRow>`to_jsonb(${fieldValidations})` })
  return removed.map(({ json }) => json)
}

const isEqual = (one: unknown, two: unknown) => JSON.stringify(one) === JSON.stringify(two)

/**
 * Restores the survivor's values that nobody changed after the merge, byte for byte if the whole row is as the merge left it. Returns the
 * fields that stay as they are because of a later change.
 */
export async function restoreRegistration(
  ctx: WriteCtx,
  customerId: string,
  { before, after, validations }: MergeSnapshot,
): Promise<string[]> {
  const now = await rowOf(ctx, customerId)
  const isUntouched = isEqual(now, after)
  const changed = Object.keys(before).filter((column) => !isEqual(before[column], after[column]))
  const restorable = changed.filter(
    (column) => isUntouched || (!BOOKKEEPING.has(column) && isEqual(now[column], after[column])),
  )
  const restored = { ...now, ...Object.fromEntries(restorable.map((column) => [column, before[column]])) }
  if (!isUntouched) Object.assign(restored, { version: Number(now.version) + 1, updated_at: ctx.now.toISOString() })
  const columns = [...new Set([...restorable, ...(isUntouched ? [] : ['version', 'updated_at'])])]
  const names = sql.raw(columns.join(', '))
  const values = sql.raw(columns.map((column) => `r.${column}`).join(', '))
  await ctx.db.execute(sql`update customers set (${names}) = row(${values})
    from jsonb_populate_record(null::customers, ${JSON.stringify(restored)}::jsonb) r where customers.id = ${customerId}`)
  await restoreValidations(ctx, validations, restorable)
  return changed.filter((column) => !BOOKKEEPING.has(column) && !restorable.includes(column)).map(camelCase)
}

/** The validations of restored fields. A field that was validated again keeps its new validation. */
async function restoreValidations({ db }: WriteCtx, rows: JsonRow[], columns: string[]): Promise<void> {
  const fields = new Set<unknown>(fieldsOfColumns(columns.map(camelCase)))
  const restored = rows.filter(({ field }) => fields.has(field))
  if (restored.length)
    await db.execute(sql`insert into field_validations
      select * from jsonb_populate_recordset(null::field_validations, ${JSON.stringify(restored)}::jsonb) on conflict do nothing`)
}

const camelCase = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
