import { type Closer, openPortal } from '@/scripts/portal/open'
import { reasonOf } from '@/scripts/cli-error'

const INTERRUPTED = 130
/** What must be closed, in the order it was opened. */
const closers: Closer[] = []
let leaving = false

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => void leave(name === 'SIGINT' ? INTERRUPTED : 0))
}

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

/** Stops the web server, then the database; a step in progress is cut short. */
async function leave(code: number): Promise<void> {
  if (leaving) return
  leaving = true
  if (code !== 1) console.log('\nStopping …')
  for (const close of closers.reverse()) await close()
  process.exit(code)
}
