import { and, eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import type { WriteCtx } from './context'
import { scopedTo } from '@/lib/access/scope'
import { recordOncePerHour, type Attempt } from './denied-attempts'
import { isUuid } from '@/lib/values/ids'

/** Records a refused attempt in the history, once an hour, in the customer's chain when it named one, without the submitted values. */
export async function recordDenied(ctx: WriteCtx, attempt: Attempt, input?: unknown): Promise<void> {
  const named = customerOf(input)
  const customerId = named && (await exists(ctx, named)) ? named : null
  await recordOncePerHour(ctx, customerId, attempt)
}

/** Like `recordDenied`, but only when the customer exists and is out of the viewer's scope. */
export async function recordOutOfScope(ctx: WriteCtx, attempt: Attempt, input: unknown): Promise<void> {
  const named = customerOf(input)
  if (!named || !(await exists(ctx, named)) || (await exists(ctx, named, true))) return
  await recordOncePerHour(ctx, named, { ...attempt, scope: ctx.viewer.scope.kind })
}

function customerOf(input: unknown) {
  const id = input && typeof input === 'object' && 'customerId' in input ? input.customerId : undefined
  return isUuid(id) ? id : undefined
}

async function exists(ctx: WriteCtx, customerId: string, inScope = false) {
  const where = and(eq(customers.id, customerId), inScope ? scopedTo(ctx.viewer) : undefined)
  const [row] = await ctx.db.select({ id: customers.id }).from(customers).where(where)
  return Boolean(row)
}
