import type { z } from 'zod'
import type { AuditEvent } from '@/lib/audit/events'
import { valueOf, type MergedPoint } from '@/lib/customer-group/merged-points'
import { succeed, type Command, type Outcome, type CommandEvent } from '@/lib/kernel/command'
import type { WriteCtx } from '@/lib/kernel/context'
import { customerCommand } from '@/lib/customer-group/command'
import { touchCustomer } from '@/lib/customer-group/touch'
import { notFound } from '@/lib/kernel/result'
import { pointsOf, type Changed, type Point } from './point'

/** One point of a customer or of a record merged into it, with its equals on the other records. */
export type PointContext = MergedPoint<Point> & {
  /** The surviving record, on which the point is shown. */
  customerId: string
  /** All points of the customer, including removed ones. */
  all: Point[]
}

type Definition<S extends z.ZodType<{ customerId: string; pointId: string }>, T> = {
  event: AuditEvent
  /** A `z.strictObject` with `customerId` and `pointId`. */
  input: S
  run: (ctx: WriteCtx, context: PointContext, input: z.output<S>) => Promise<Outcome<T>>
}

/** A write to one point, under the lock of its customer. A point of another customer is not found. */
export function pointCommand<S extends z.ZodType<{ customerId: string; pointId: string }>, T = Changed>({
  event,
  input,
  run,
}: Definition<S, T>): Command<T> {
  return customerCommand({
    event,
    permission: 'contacts.edit',
    input,
    run: async (ctx, customer, typed: z.output<S>): Promise<Outcome<T>> => {
      const all = seenFrom(await pointsOf(ctx, customer.id), typed.pointId)
      const point = all.find(({ id }) => id === typed.pointId)
      if (!point) return notFound()
      return run(ctx, { ...valueOf(all, point, customer.id), customerId: customer.id, all }, typed)
    },
  })
}

/** A point that its record does not contribute is changed among the points of that record alone. */
function seenFrom(points: Point[], pointId: string): Point[] {
  const point = points.find(({ id }) => id === pointId)
  if (!point?.excluded) return points
  return points.filter((p) => p.customerId === point.customerId).map((p) => ({ ...p, excluded: false }))
}

const answer = ({ customerId, point: { id: pointId, channel } }: PointContext, starDropped: boolean): Changed => ({
  customerId,
  pointId,
  channel,
  starDropped,
})

/** The result when nothing had to change. */
export const unchanged = (context: PointContext) => succeed(answer(context, false))

/** The result of a change; also moves the customer up in the list of newest activity. */
export async function changed(ctx: WriteCtx, context: PointContext, events: CommandEvent[], starDropped = false) {
  await touchCustomer(ctx, context.customerId)
  return succeed(answer(context, starDropped), ...events)
}
