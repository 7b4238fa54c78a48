import type { AuditEvent } from '@/lib/audit/events'
import { record } from '@/lib/audit/record'
import { log } from '@/lib/log'
import { actorOf, type WriteCtx } from './context'

type Alarm = {
  event: AuditEvent
  details: Record<string, string | number>
  /** The sentence in the log. */
  message: string
}

/** Writes a warning about the viewer into the audit and into the log. */
export async function raiseAlarm(ctx: WriteCtx, { event, details, message }: Alarm): Promise<void> {
  const { userId } = ctx.viewer
  await record(ctx.db, actorOf(ctx), { event, customerId: null, subject: `user:${userId}`, details })
  log.warn({ userId, requestId: ctx.requestId, ...details }, message)
}
