import { takeTry } from '@/lib/access/rate-limit'
import { record } from '@/lib/audit/record'
import { actorOf, type WriteCtx } from '@/lib/kernel/context'
import type { FileRole } from './paths'

type Reading = { customerId: string; documentId: string; title: string; role: FileRole; download: boolean }

/** A browser's viewer fetches one file in several requests. */
const ONE_READING = { name: 'document-reading', max: 1, windowSeconds: 60 }

/** Records that the viewer read or downloaded a document's file: one event a minute for each session, file and way. */
export async function recordReading(ctx: WriteCtx, reading: Reading): Promise<void> {
  const { customerId, documentId, title, role, download } = reading
  const subject = [ctx.viewer.sessionId, documentId, role, download].join(' ')
  if (!(await takeTry(ctx.db, ONE_READING, subject)).ok) return
  await record(ctx.db, actorOf(ctx), {
    event: download ? 'document.downloaded' : 'document.viewed',
    customerId,
    subject: `document:${documentId}`,
    details: { document: title, file: role },
  })
}
