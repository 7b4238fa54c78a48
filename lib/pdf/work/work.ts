import { assertOutsideTransaction } from '@/db/transactions'
import { FairQueue } from './fair-queue'
import { PdfProcess } from './pdf-process'
import type { Tasks } from './tasks'

/** For each web process. */
export const LIMITS = { atOnce: 2, atOncePerPerson: 1, waiting: 40, waitingPerPerson: 4, waitMs: 20_000 }
const IDLE_MS = 60_000

type Idle = { process: PdfProcess; end: NodeJS.Timeout }
type Shared = { queue: FairQueue; idle: Idle[]; working: Set<PdfProcess> }

// Next loads this module once per route; there must be one set of processes.
const shared = globalThis as typeof globalThis & { retratoPdf?: Shared }
const state = (): Shared => (shared.retratoPdf ??= opened())

/**
 * Reads or draws a PDF in a separate process, which stays warm for the next one. `person` is a user's id, or the name of a job.
 * @throws PdfError `busy` when it would wait too long, `queue_full` when this person has too many waiting, `heavy` beyond its time or
 * memory, `failed` when a library threw.
 */
export async function workOnPdf<T extends keyof Tasks>(
  task: T,
  given: Tasks[T]['given'],
  person: string,
): Promise<Tasks[T]['gives']> {
  assertOutsideTransaction('PDF work')
  await state().queue.enter(person)
  try {
    return await inProcess(task, given)
  } finally {
    state().queue.leave(person)
  }
}

async function inProcess<T extends keyof Tasks>(task: T, given: Tasks[T]['given']): Promise<Tasks[T]['gives']> {
  const process = warm() ?? new PdfProcess()
  state().working.add(process)
  try {
    return await process.run(task, given)
  } finally {
    state().working.delete(process)
    if (process.usable) keepWarm(process)
  }
}

/** Uses the process that was used last, so that the others reach their idle limit. */
function warm(): PdfProcess | null {
  for (let last = state().idle.pop(); last; last = state().idle.pop()) {
    clearTimeout(last.end)
    if (last.process.usable) return last.process
  }
  return null
}

function keepWarm(process: PdfProcess): void {
  const kept: Idle = { process, end: setTimeout(() => drop(kept), IDLE_MS).unref() }
  state().idle.push(kept)
}

function drop(kept: Idle): void {
  const { idle } = state()
  const at = idle.indexOf(kept)
  if (at >= 0) idle.splice(at, 1)
  kept.process.end()
}

function opened(): Shared {
  const made: Shared = { queue: new FairQueue(LIMITS), idle: [], working: new Set() }
  process.once('exit', () => {
    for (const one of [...made.idle.map(({ process }) => process), ...made.working]) one.end()
  })
  return made
}
