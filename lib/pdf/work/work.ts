import { assertOutsideTransaction } from '@/db/transactions'
import { PdfError } from './pdf-error'
import { PdfProcess } from './pdf-process'
import type { Tasks } from './tasks'

/** At once in this portal; what more comes waits its turn. */
export const AT_ONCE = 2
export const MAX_WAITING = 40
const WAIT_MS = 20_000
const IDLE_MS = 60_000

type Idle = { process: PdfProcess; end: NodeJS.Timeout }
type Shared = { busy: number; waiting: (() => void)[]; idle: Idle[]; working: Set<PdfProcess> }

// Next loads this module once per route: the processes must be one set.
const shared = globalThis as typeof globalThis & { retratoPdf?: Shared }
const state = (): Shared => (shared.retratoPdf ??= opened())

/**
 * Reads or draws a PDF in a process apart, which is kept warm for the next one.
 * @throws PdfError `busy` when it would have to wait too long, `heavy` beyond its time or memory, `failed` when it cannot be done.
 */
export async function workOnPdf<T extends keyof Tasks>(task: T, given: Tasks[T]['given']): Promise<Tasks[T]['gives']> {
  assertOutsideTransaction('PDF work')
  await turn()
  try {
    return await inProcess(task, given)
  } finally {
    pass()
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

/** Settles when it is this one's turn, in order of asking. */
function turn(): Promise<void> {
  const own = state()
  if (own.busy < AT_ONCE) {
    own.busy += 1
    return Promise.resolve()
  }
  if (own.waiting.length >= MAX_WAITING) throw new PdfError('busy', `${MAX_WAITING} PDFs are waiting`)
  return new Promise((resolve, reject) => {
    const called = () => {
      clearTimeout(late)
      resolve()
    }
    const late = setTimeout(() => {
      own.waiting.splice(own.waiting.indexOf(called), 1)
      reject(new PdfError('busy', `no turn within ${WAIT_MS} ms`))
    }, WAIT_MS)
    own.waiting.push(called)
  })
}

/** Hands the turn on, or lays it down. */
function pass(): void {
  const next = state().waiting.shift()
  if (next) next()
  else state().busy -= 1
}

/** The one used last, so that those too many grow old. */
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
  const made: Shared = { busy: 0, waiting: [], idle: [], working: new Set() }
  process.once('exit', () => {
    for (const one of [...made.idle.map(({ process }) => process), ...made.working]) one.end()
  })
  return made
}
