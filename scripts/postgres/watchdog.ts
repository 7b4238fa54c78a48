/**
 * A process that outlives its parent by a moment. When its stdin closes, because the parent ended in whatever way, it ends
 * the processes that the parent asked it to watch, then the database server, unless another watchdog uses the same data folder.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { ended, signal } from '@/scripts/postgres/processes'
import { isLeased, takeLease } from '@/scripts/postgres/lease'
import { stopServer } from '@/scripts/postgres/server'

const [dir = '', ending] = process.argv.slice(2)
const watched = new Set<number>()

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined)

const endLease = takeLease(dir)
// The parent may have ended already; then stdin closes.
process.stdout.on('error', () => undefined)
process.stdout.write('ready\n')

const orders = createInterface({ input: process.stdin })
orders.on('line', (line) => {
  const [order, pid] = line.split(' ')
  if (order === 'watch') watched.add(Number(pid))
  if (order === 'forget') watched.delete(Number(pid))
})
orders.once('close', () => void finish())

async function finish(): Promise<void> {
  await Promise.all([...watched].map(endChild))
  endLease()
  if (ending === 'stay' || isLeased(dir)) return
  await stopServer(path.join(dir, 'pgdata'))
  if (ending === 'remove') rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
}

/** A watched process leads a process group of its own, which a Ctrl-C in the terminal does not reach. */
async function endChild(pid: number): Promise<void> {
  signal(-pid, 'SIGTERM')
  if (!(await ended(pid, 15_000))) signal(-pid, 'SIGKILL')
}
