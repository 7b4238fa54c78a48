import { record } from '@/lib/audit/record'
import { actorOf, type Ctx } from './context'

/** A refused attempt stands in the history without any of the values it carried. */
export async function recordDenied(ctx: Ctx, details: Record<string, string>, input: unknown): Promise<void> {
  await record(ctx.db, actorOf(ctx), { event: 'access.denied', customerId: null, details: { ...details, ...target(input) } })
}

function target(input: unknown) {
  const id = input && typeof input === 'object' && 'customerId' in input ? input.customerId : undefined
  return typeof id === 'string' && id.length === 36 ? { customerId: id } : {}
}
