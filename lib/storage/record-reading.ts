import { takeTry } from '@/lib/access/rate-limit'
import { record, type AuditEntry } from '@/lib/audit/record'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'

/** A browser's viewer fetches one file in several requests. */
const ONE_READING = { name: 'document-reading', max: 1, windowSeconds: 60 }

/** Records that the viewer read or downloaded a file: one event a minute for each session, event and `file`. */
export async function recordFileReading(ctx: WriteCtx, file: string, entry: AuditEntry): Promise<void> {
  const subject = [ctx.viewer.sessionId, file, entry.event].join(' ')
  if ((await takeTry(ctx.db, ONE_READING, subject)).ok) await record(ctx.db, actorOf(ctx), entry)
}
