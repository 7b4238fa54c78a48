import { type Closer, openPortal } from '@/scripts/portal/open'
import { reasonOf } from '@/scripts/cli-error'
import { createPrivateFiles } from '@/lib/storage/private-files'

const INTERRUPTED = 130
const PARENT_CHECK_MS = 500
/** In the order in which things were started. They are called in reverse order. */
const closers: Closer[] = []
let stopping = false

createPrivateFiles()

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => void stop(name === 'SIGINT' ? INTERRUPTED : 0))
}

if (process.env.npm_lifecycle_event) stopWithParent(process.ppid)

openPortal(process.argv.includes('--dev') ? 'dev' : 'start', closers)
  .then((web) => web.exit)
  .then(
    () => fail('The web server ended by itself.'),
    (error: unknown) => fail(reasonOf(error)),
  )

async function fail(reason: string): Promise<void> {
  if (stopping) return
  console.error(reason)
  await stop(1)
}

/** Stops when npm ends: a SIGTERM to npm ends npm and its shell, but does not reach this process. */
function stopWithParent(parent: number): void {
  setInterval(() => process.ppid !== parent && void stop(0), PARENT_CHECK_MS).unref()
}

/** Stops the web server, then the database, and exits. A step in progress is aborted. */
async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  if (code !== 1) console.log('\nStopping …')
  for (const close of closers.reverse()) await close()
  process.exit(code)
}
