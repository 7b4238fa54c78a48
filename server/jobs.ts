import { database } from '@/db/client'
import { expireAcceptances } from '@/lib/acceptances/expire'
import { requeueUnsealed, sealAcceptance } from '@/lib/acceptances/seal/seal-acceptance'
import { sealHeads } from '@/lib/audit/seal-heads'
import { addFinalFile } from '@/lib/documents/add-final-file'
import { archiveOld } from '@/lib/documents/jobs/archive-old'
import { bringBack } from '@/lib/documents/jobs/bring-back'
import { dropContent } from '@/lib/documents/jobs/drop-content'
import { requeueImports } from '@/lib/imports/requeue'
import { runImport } from '@/lib/imports/run-import'
import { startOutbox, stopOutbox } from '@/lib/outbox/run'
import type { Queue } from '@/lib/jobs/queues'
import { scheduleJobs } from '@/lib/jobs/schedules'
import { sweepAll } from './sweep'

/** Of one try: `last` when the queue gives up after it. */
export type Try = { signal: AbortSignal; last: boolean }

/** Gets a job's data. Jobs may come twice: a handler that has done its work does nothing the second time. */
export type JobHandler = (data: Record<string, string>, one: Try) => Promise<void>

const UNSEALED_TOO_LONG_MS = 10 * 60_000

/** One entry per queue that has something to do. */
export const HANDLERS: Partial<Record<Queue, JobHandler>> = {
  'expire-acceptances': async () => {
    await expireAcceptances(database('jobs'), new Date())
    await requeueUnsealed(database('jobs'), new Date(Date.now() - UNSEALED_TOO_LONG_MS))
  },
  'archive-documents': async (_data, { signal }) =>
    void (await archiveOld(database('jobs'), new Date(), () => signal.aborted)),
  'bring-back-document': (data, { last }) => bringBack(database('jobs'), data, new Date(), last),
  'drop-content': ({ key }) => dropContent(database('jobs'), key ?? ''),
  imports: ({ importId }) => runImport(database('jobs'), importId ?? ''),
  'seal-acceptances': ({ customerId = '', acceptanceId = '' }) =>
    sealAcceptance(database('jobs'), { customerId, id: acceptanceId }, new Date(), addFinalFile),
  'seal-audit': async () => void (await sealHeads(database('jobs'), new Date())),
  sweep: () => sweepAll(database('jobs'), new Date()),
}

/** What a worker looks after once, when it starts: work whose process is gone. */
export const ON_START: (() => Promise<void>)[] = [() => requeueImports(database('jobs')), scheduleJobs]

/** What runs beside the queues: deliveries have a table, leases and a pace of their own. */
export const BESIDE: { start: () => void; stop: () => Promise<void> }[] = [{ start: startOutbox, stop: stopOutbox }]
