import type { z } from 'zod'
import type { AuditEvent } from '@/lib/audit/events'
import type { Permission } from '@/lib/access/permissions'
import type { Budget } from '@/lib/kernel/budget'
import { command, type Command, type Outcome, type Prepared } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { notFound } from '@/lib/kernel/result'
import { findCustomer, getSurvivorId } from './find'
import { lockCustomer, type Customer } from './lock'

type Definition<S extends z.ZodType<{ customerId: string }>, T, P> = {
  event: AuditEvent
  permission: Permission
  /** See `command`. */
  budget?: Budget
  /** A `z.strictObject` with `customerId`. */
  input: S
  /** Slow work before the customer is locked (see `command`): the customer may change before `run`. */
  prepare?: (ctx: WriteCtx, customer: Customer, input: z.output<S>) => Promise<Prepared<P>>
  run: (ctx: WriteCtx, customer: Customer, input: z.output<S>, prepared: P) => Promise<Outcome<T>>
}

/** A write to one customer within the viewer's scope, under the lock of the customer's group. */
export function customerCommand<S extends z.ZodType<{ customerId: string }>, T, P = undefined>(
  definition: Definition<S, T, P>,
): Command<T> {
  const { prepare } = definition
  return command<S, T, P>({
    event: definition.event,
    permission: definition.permission,
    budget: definition.budget,
    input: definition.input,
    reaches: async (ctx, { customerId }) => (await getSurvivorId(ctx, customerId)) !== null,
    prepare:
      prepare &&
      (async (ctx, input) => {
        const customer = await findCustomer(ctx, input.customerId)
        return customer ? prepare(ctx, customer, input) : notFound()
      }),
    run: async (ctx, input, prepared) => {
      const customer = await lockCustomer(ctx, input.customerId)
      return customer ? definition.run(ctx, customer, input, prepared) : notFound()
    },
  })
}
