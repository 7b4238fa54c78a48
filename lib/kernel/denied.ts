import { and, eq } from 'drizzle-orm'
import { customers } from '@/db/schema'
import { record } from '@/lib/audit/record'
import { actorOf, type WriteCtx } from './context'
import { scopedTo } from '@/lib/access/scope'
import { isUuid } from '@/lib/values/ids'

type Attempt = { wanted: string; permission?: string }

/** Records a refused attempt in the history, in the customer's chain when it named one, without the submitted values. */
export async function recordDenied(ctx: WriteCtx, attempt: Attempt, input?: unknown): Promise<void> {
  const named = customerOf(input)
  const customerId = named && (await exists(ctx, named)) ? named : null
  await record(ctx.db, actorOf(ctx), { event: 'access.denied', customerId, details: attempt })
}

/** Like `recordDenied`, but only when the customer exists and is out of the viewer's scope. */
export async function recordOutOfScope(ctx: WriteCtx, attempt: Attempt, input: unknown): Promise<void> {
  const named = customerOf(input)
  if (!named || !(await exists(ctx, named)) || (await exists(ctx, named, true))) return
  await record(ctx.db, actorOf(ctx), {
    event: 'access.denied',
    customerId: named,
    details: { ...attempt, scope: ctx.viewer.scope.kind },
  })
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
