import { database } from '@/db/client'
import { env } from '@/lib/env'
import { log } from '@/lib/log'
import { expireAcceptances } from '@/lib/acceptances/expire'
import { requeueUnsealed, sealAcceptance } from '@/lib/acceptances/seal/seal-acceptance'
import { isFinalFailure, recordSealFailure } from '@/lib/acceptances/seal/record-failure'
import { generateReasons } from '@/lib/agenda-generation/generate'
import { closeIdleInteractions } from '@/lib/agenda/jobs/close-idle'
import { settleReasons } from '@/lib/agenda/jobs/settle'
import { sealHeads } from '@/lib/audit/seal-heads'
import { addFinalFile } from '@/lib/documents/add-final-file'
import { archiveOld } from '@/lib/documents/jobs/archive-old'
import { bringBack } from '@/lib/documents/jobs/bring-back'
import { dropContent } from '@/lib/documents/jobs/drop-content'
import { findAllDuplicates } from '@/lib/duplicates/find/full-pass'
import { findDuplicatesOfChanged } from '@/lib/duplicates/find/job'
import { mergeSameTaxId } from '@/lib/duplicates/merge-same-tax-id'
import { giveUpExport, runExport } from '@/lib/exports/job/run-export'
import { requeueImports } from '@/lib/imports/requeue'
import { runImport } from '@/lib/imports/run-import'
import { runUndo } from '@/lib/imports/undo/run-undo'
import { startOutbox, stopOutbox } from '@/lib/outbox/run'
import { executeDueChanges } from '@/lib/pipeline/execute'
import type { Queue } from '@/lib/jobs/queues'
import { scheduleJobs } from '@/lib/jobs/schedules'
import { sweepAll } from './sweep'

/** The signal is aborted when the job has run too long. After the last attempt the queue marks the job as failed. */
export type Attempt = { signal: AbortSignal; isLast: boolean }

/** Runs a job. A job may be delivered twice, so a handler must do nothing if its work is already done. */
export type JobHandler = (data: Record<string, string>, attempt: Attempt) => Promise<void>

const UNSEALED_MS_MAX = 10 * 60_000

/** The handler of each queue. */
export const HANDLERS: Partial<Record<Queue, JobHandler>> = {
  'expire-acceptances': async () => {
    await expireAcceptances(database('jobs'), new Date())
    await requeueUnsealed(database('jobs'), new Date(Date.now() - UNSEALED_MS_MAX))
  },
  'archive-documents': async (_data, { signal }) =>
    void (await archiveOld(database('jobs'), new Date(), () => signal.aborted)),
  'bring-back-document': (data, { isLast }) => bringBack(database('jobs'), data, new Date(), isLast),
  'change-statuses': async (_data, { signal }) => {
    const done = await executeDueChanges(database('jobs'), new Date(), () => signal.aborted)
    if (done.executed || done.lapsed || done.failed) log.info(done, 'scheduled changes of status executed')
  },
  'close-idle-interactions': async () => void (await closeIdleInteractions(database('jobs'), new Date())),
  'drop-content': ({ key }) => dropContent(database('jobs'), key ?? ''),
  'find-all-duplicates': async (_data, { signal }) => {
    if (env().FIND_DUPLICATES === 'off') return
    const found = await findAllDuplicates(database('jobs'), { isStopped: () => signal.aborted })
    log.info(found, 'all customers compared')
  },
  'find-duplicates': async (_data, { signal }) => {
    if (env().FIND_DUPLICATES === 'on') await findDuplicatesOfChanged(database('jobs'), () => signal.aborted)
  },
  exports: async ({ exportId = '' }, { isLast }) => {
    try {
      await runExport(database('jobs'), exportId)
    } catch (error) {
      if (isLast) await giveUpExport(database('jobs'), exportId)
      throw error
    }
  },
  imports: ({ importId }) => runImport(database('jobs'), importId ?? ''),
  'generate-agenda': async (_data, { signal }) => {
    const generated = await generateReasons(database('jobs'), new Date(), () => signal.aborted)
    if (generated.reasons) log.info(generated, 'reasons of the agenda generated')
  },
  'merge-duplicates': async () => {
    const merged = await mergeSameTaxId(database('jobs'), new Date())
    if (merged) log.info({ merged }, 'customers with the same tax id merged')
  },
  'seal-acceptances': async ({ customerId = '', acceptanceId = '' }, { isLast }) => {
    const whole = { customerId, id: acceptanceId }
    try {
      await sealAcceptance(database('jobs'), whole, new Date(), addFinalFile)
    } catch (error) {
      if (isLast || isFinalFailure(error)) await recordSealFailure(database('jobs'), whole, error, new Date())
      throw error
    }
  },
  'seal-audit': async () => {
    const sealed = await sealHeads(database('jobs'), new Date(), env().AUDIT_SEAL_FOLDER)
    log.info({ sealed }, 'heads of the history signed')
  },
  'settle-agenda': async (_data, { signal }) =>
    void (await settleReasons(database('jobs'), new Date(), () => signal.aborted)),
  sweep: () => sweepAll(database('jobs'), new Date()),
  'undo-imports': ({ importId }) => runUndo(database('jobs'), importId ?? ''),
}

/** Runs once when a worker starts: queues the imports of ended processes again, and sets the schedules. */
export const ON_START: (() => Promise<void>)[] = [() => requeueImports(database('jobs')), scheduleJobs]

/** Run beside the queues: the outbox has its own table, leases and rate. */
export const SERVICES: { start: () => void; stop: () => Promise<void> }[] = [{ start: startOutbox, stop: stopOutbox }]
