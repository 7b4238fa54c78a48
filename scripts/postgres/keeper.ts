/**
 * A process that outlives whoever started it by a moment: when its stdin closes (parent ended, however it ended), it
 * ends what the parent asked it to watch, then the server, unless another keeper still holds the same data folder.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { ended, signal } from '@/scripts/postgres/processes'
import { hold, isHeld } from '@/scripts/postgres/holders'
import { stopServer } from '@/scripts/postgres/server'

const [dir = '', ending] = process.argv.slice(2)
const watched = new Set<number>()

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined)

const letGo = hold(dir)
// The parent may be gone already; the closed stdin will say so.
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
  letGo()
  if (ending === 'stay' || isHeld(dir)) return
  await stopServer(path.join(dir, 'pgdata'))
  if (ending === 'remove') rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
}

/** Children are leaders of their own process group, so that a shell's Ctrl-C does not reach them before us. */
async function endChild(pid: number): Promise<void> {
  signal(-pid, 'SIGTERM')
  if (!(await ended(pid, 15_000))) signal(-pid, 'SIGKILL')
}
