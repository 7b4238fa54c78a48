import type { z } from 'zod'
import type { AuditEvent } from '@/lib/audit/events'
import type { Command, Outcome } from '@/lib/kernel/command'
import type { Ctx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/kernel/customer'
import { notFound } from '@/lib/kernel/result'
import { findPoint, type Point } from './point'

type Definition<S extends z.ZodType<{ customerId: string; pointId: string }>, T> = {
  event: AuditEvent
  /** A `z.strictObject` with `customerId` and `pointId`. */
  input: S
  run: (ctx: Ctx, point: Point, input: z.output<S>) => Promise<Outcome<T>>
}

/** A write to one point of a customer, whose lock it holds. Another customer's point is not found. */
export function pointCommand<S extends z.ZodType<{ customerId: string; pointId: string }>, T>({ event, input, run }: Definition<S, T>): Command<T> {
  return customerCommand({
    event,
    permission: 'contacts.edit',
    input,
    run: async (ctx, customer, typed: z.output<S>): Promise<Outcome<T>> => {
      const point = await findPoint(ctx, customer.id, typed.pointId)
      return point ? run(ctx, point, typed) : notFound()
    },
  })
}
