import type { z } from 'zod'
import type { AuditEvent } from '@/lib/audit/events'
import { valueOf, type MergedPoint } from '@/lib/customer-group/merged-points'
import { succeed, type Command, type Outcome, type CommandEvent } from '@/lib/kernel/command'
import type { Ctx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { notFound } from '@/lib/kernel/result'
import { pointsOf, type Changed, type Point } from './point'

/** One point of a customer or of a record merged into it, with what its value stands for. */
export type PointContext = MergedPoint<Point> & {
  /** Whose profile it stands on, whichever record holds it. */
  customerId: string
  /** Every point of the customer's, removed ones too. */
  all: Point[]
}

type Definition<S extends z.ZodType<{ customerId: string; pointId: string }>> = {
  event: AuditEvent
  /** A `z.strictObject` with `customerId` and `pointId`. */
  input: S
  run: (ctx: Ctx, held: PointContext, input: z.output<S>) => Promise<Outcome<Changed>>
}

/** A write to one point of a customer, whose lock it holds. Another customer's point is not found. */
export function pointCommand<S extends z.ZodType<{ customerId: string; pointId: string }>>({
  event,
  input,
  run,
}: Definition<S>): Command<Changed> {
  return customerCommand({
    event,
    permission: 'contacts.edit',
    input,
    run: async (ctx, customer, typed: z.output<S>): Promise<Outcome<Changed>> => {
      const all = await pointsOf(ctx, customer.id)
      const point = all.find(({ id }) => id === typed.pointId)
      return point ? run(ctx, { ...valueOf(all, point, customer.id), customerId: customer.id, all }, typed) : notFound()
    },
  })
}

const answer = ({ customerId, point: { id: pointId, channel } }: PointContext, starDropped: boolean): Changed => ({
  customerId,
  pointId,
  channel,
  starDropped,
})

/** What was asked for stands already. */
export const unchanged = (held: PointContext) => succeed(answer(held, false))

/** Tells of a change, which moves the customer up in the list. */
export async function changed(ctx: Ctx, held: PointContext, events: CommandEvent[], starDropped = false) {
  await touchCustomer(ctx, held.customerId)
  return succeed(answer(held, starDropped), ...events)
}
