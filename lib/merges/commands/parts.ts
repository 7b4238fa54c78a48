import { and, eq } from 'drizzle-orm'
import { mergeExclusions, WHOLE_PART } from '@/db/schema'
import { customerCommand } from '@/lib/customer-group/command'
import { listGroupIds } from '@/lib/customer-group/scope'
import { touchCustomer } from '@/lib/customer-group/touch'
import { succeed } from '@/lib/kernel/command'
import { notFound, refused } from '@/lib/kernel/result'
import { mergeThatAbsorbed } from '../active'
import { readRow } from '../later'
import { partInput } from '../schema'

/**
 * Takes one row of an absorbed record out of the merged customer, without undoing the merge (M6). The row stays with its record, where the page
 * of the merge shows it. Doing so twice changes nothing. Refusals: not found; `merges.own_row`, for a row of the survivor itself;
 * `merges.no_merge`, for a record that was not merged here.
 */
export const excludeRow = customerCommand({
  event: 'customer.part_excluded',
  permission: 'customers.merge',
  input: partInput.required({ rowId: true }),
  run: async (ctx, customer, { recordId, part, rowId }) => {
    const value = { customerId: customer.id }
    if (recordId === customer.id) return refused('merges.own_row')
    if (!(await listGroupIds(ctx, customer.id)).includes(recordId)) return notFound()
    if (!(await readRow(ctx, part, { memberIds: [recordId], id: rowId }))) return notFound()
    const merge = await mergeThatAbsorbed(ctx, recordId)
    if (!merge) return refused('merges.no_merge')
    const inserted = await ctx.db
      .insert(mergeExclusions)
      .values({
        customerId: recordId,
        part,
        rowId,
        mergeId: merge.id,
        excludedAt: ctx.now,
        excludedBy: ctx.viewer.userId,
      })
      .onConflictDoNothing()
      .returning({ rowId: mergeExclusions.rowId })
    if (!inserted.length) return succeed(value)
    await touchCustomer(ctx, customer.id)
    return succeed(value, { customerId: recordId, subject: `${part}:${rowId}`, details: { part } })
  },
})

/** Brings a row or a whole part back into the merged customer. Doing so twice changes nothing. Refusals: not found. */
export const includePart = customerCommand({
  event: 'customer.part_included',
  permission: 'customers.merge',
  input: partInput,
  run: async (ctx, customer, { recordId, part, rowId = WHOLE_PART }) => {
    if (recordId === customer.id || !(await listGroupIds(ctx, customer.id)).includes(recordId)) return notFound()
    const deleted = await ctx.db
      .delete(mergeExclusions)
      .where(
        and(eq(mergeExclusions.customerId, recordId), eq(mergeExclusions.part, part), eq(mergeExclusions.rowId, rowId)),
      )
      .returning({ rowId: mergeExclusions.rowId })
    const value = { customerId: customer.id }
    if (!deleted.length) return succeed(value)
    await touchCustomer(ctx, customer.id)
    const subject = rowId === WHOLE_PART ? undefined : `${part}:${rowId}`
    return succeed(value, { customerId: recordId, ...(subject && { subject }), details: { part } })
  },
})
