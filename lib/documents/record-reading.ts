import type { WriteCtx } from '@/lib/kernel/context'
import { recordFileReading } from '@/lib/storage/record-reading'
import type { FileRole } from './paths'

type Reading = { customerId: string; documentId: string; title: string; role: FileRole; download: boolean }

/** Records that the viewer read or downloaded a document's file. */
export const recordReading = (ctx: WriteCtx, { customerId, documentId, title, role, download }: Reading) =>
  recordFileReading(ctx, `${documentId} ${role}`, {
    event: download ? 'document.downloaded' : 'document.viewed',
    customerId,
    subject: `document:${documentId}`,
    details: { document: title, file: role },
  })
