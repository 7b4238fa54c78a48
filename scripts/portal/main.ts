import { type Closer, openPortal } from '@/scripts/portal/open'
import { reasonOf } from '@/scripts/cli-error'

const INTERRUPTED = 130
const PARENT_CHECK_MS = 500
/** In the order of opening; they are called in reverse. */
const closers: Closer[] = []
let leaving = false

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => void leave(name === 'SIGINT' ? INTERRUPTED : 0))
}

if (process.env.npm_lifecycle_event) leaveWithParent(process.ppid)

openPortal(process.argv.includes('--dev') ? 'dev' : 'start', closers)
  .then((web) => web.exit)
  .then(
    () => fail('The web server ended by itself.'),
    (error: unknown) => fail(reasonOf(error)),
  )

async function fail(reason: string): Promise<void> {
  if (leaving) return
  console.error(reason)
  await leave(1)
}

/** A SIGTERM to npm ends npm and the shell between us, and does not reach us. */
function leaveWithParent(parent: number): void {
  setInterval(() => process.ppid !== parent && void leave(0), PARENT_CHECK_MS).unref()
}

/** Stops the web server, then the database; a step in progress is cut short. */
async function leave(code: number): Promise<void> {
  if (leaving) return
  leaving = true
  if (code !== 1) console.log('\nStopping …')
  for (const close of closers.reverse()) await close()
  process.exit(code)
}
