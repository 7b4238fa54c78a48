import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { DEADLINES_MS, type Tasks } from './tasks'
import { PdfError, type PdfReason } from './pdf-error'

type Answer = { value?: unknown; failure?: string; reason?: PdfReason; spent: boolean }
type Asked = { answer: (answer: Answer) => void; fail: (error: Error) => void }

const PROGRAM = path.join(process.cwd(), 'lib/pdf/work/process.mjs')
const HEAP_MB = 256
/** The memory limit of the process. The operating system enforces it, because unpacked data is outside V8's heap. */
const MEMORY_KB = 640 * 1024
/** Longer than any task may take. It ends a process whose portal was killed. */
const CPU_SECONDS = 120

/** One process that reads or draws PDFs, a piece at a time, with bounded memory and time, and without the portal's secrets. */
export class PdfProcess {
  private readonly child: ChildProcess
  private asked: Asked | null = null
  /** Whether it can run another task. */
  usable = true

  constructor() {
    this.child = start()
    this.child.on('message', (answer: Answer) => this.asked?.answer(answer))
    this.child.on('error', (error) => this.ended(error))
    this.child.on('exit', (code, signal) => this.ended(whyEnded(code, signal)))
    this.letGo()
  }

  /** @throws PdfError `heavy` or `failed`. */
  async run<T extends keyof Tasks>(task: T, given: Tasks[T]['given']): Promise<Tasks[T]['gives']> {
    this.child.ref()
    this.child.channel?.ref()
    const deadline = setTimeout(
      () => this.ended(new PdfError('heavy', `${task} took longer than ${DEADLINES_MS[task]} ms`)),
      DEADLINES_MS[task],
    )
    try {
      const { value, failure, reason = 'failed', spent } = await this.ask({ task, given })
      if (spent) this.end()
      if (failure !== undefined) throw new PdfError(reason, failure)
      return value as Tasks[T]['gives']
    } finally {
      clearTimeout(deadline)
      this.asked = null
      this.letGo()
    }
  }

  end(): void {
    this.usable = false
    this.child.kill('SIGKILL')
  }

  private ask(message: object): Promise<Answer> {
    return new Promise((answer, fail) => {
      this.asked = { answer, fail }
      this.child.send(message, (error) => error && this.ended(error))
    })
  }

  private ended(error: Error): void {
    this.end()
    this.asked?.fail(error)
  }

  /** While it is idle, it does not keep the parent process alive. */
  private letGo(): void {
    this.child.unref()
    this.child.channel?.unref()
  }
}

/** If a signal ended the process, it had reached a limit of memory or CPU time. If it exited by itself, the installation is broken. */
function whyEnded(code: number | null, signal: string | null): Error {
  const words = `the process that works on PDFs ended (${signal ?? code})`
  return signal ? new PdfError('heavy', words) : new Error(words)
}

// Not `fork`, because the build would try to bundle its program.
function start(): ChildProcess {
  const node = [process.execPath, `--max-old-space-size=${HEAP_MB}`, PROGRAM]
  const limited = ['/bin/sh', '-c', `ulimit -d ${MEMORY_KB}; ulimit -t ${CPU_SECONDS}; exec "$0" "$@"`, ...node]
  const [command = '', ...words] = process.platform === 'win32' ? node : limited
  const env = { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV }
  return spawn(command, words, { env, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
}
