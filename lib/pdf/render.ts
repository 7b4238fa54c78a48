import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Laudo } from './laudo'

export type Letter = {
  title: string
  /** To whom, as the customer is called. */
  recipient: string
  company: string
  /** Written out, e.g. `20 de novembro de 2026`. */
  date: string
  /** Free text; an empty line begins a paragraph. */
  body: string
  /** The document's number, at the foot of every page. */
  number: string
  /** E.g. `Página {page} de {pages}`. */
  page: string
  language: string
}

/** A file of templates/ and what it is given. Values only: no styles, and no addresses, which the renderer would fetch. */
export type Templates = { letter: Letter; laudo: Laudo }

const WORKER = path.join(process.cwd(), 'lib/pdf/render-worker.mjs')
const DEADLINE_MS = 20_000
const MEMORY_MB = 512

type Answer = { job: number; pdf?: Uint8Array; failure?: string }
type Job = { resolve: (pdf: Buffer) => void; reject: (error: Error) => void; deadline: NodeJS.Timeout }
type Thread = { worker: Worker; jobs: Map<number, Job> }

const shared = globalThis as typeof globalThis & { retratoPdf?: Thread | undefined }
let counter = 0

/**
 * Draws a PDF in a thread of its own, which is kept for the next one: requests go on meanwhile, and what takes too long or
 * too much memory ends that thread and not the portal.
 * @throws Error when it cannot be drawn.
 */
export function renderPdf<T extends keyof Templates>(template: T, props: Templates[T]): Promise<Buffer> {
  const thread = (shared.retratoPdf ??= start())
  return new Promise((resolve, reject) => {
    const job = ++counter
    const deadline = setTimeout(() => fail(thread, new Error(`${template} took longer than ${DEADLINE_MS} ms`)), DEADLINE_MS)
    thread.jobs.set(job, { resolve, reject, deadline })
    thread.worker.ref()
    thread.worker.postMessage({ job, template, props })
  })
}

function start(): Thread {
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } })
  const thread: Thread = { worker, jobs: new Map() }
  worker.on('message', ({ job, pdf, failure }: Answer) => {
    const asked = thread.jobs.get(job)
    if (!asked) return
    thread.jobs.delete(job)
    clearTimeout(asked.deadline)
    // Idle, it keeps no process alive.
    if (!thread.jobs.size) worker.unref()
    if (pdf) asked.resolve(Buffer.from(pdf))
    else asked.reject(new Error(failure))
  })
  worker.on('error', (error) => fail(thread, error))
  worker.on('exit', () => fail(thread, new Error('the thread that draws PDFs ended')))
  return thread
}

function fail(thread: Thread, error: Error): void {
  if (shared.retratoPdf === thread) shared.retratoPdf = undefined
  for (const { reject, deadline } of thread.jobs.values()) {
    clearTimeout(deadline)
    reject(error)
  }
  thread.jobs.clear()
  void thread.worker.terminate()
}
