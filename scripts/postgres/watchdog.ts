/**
 * A process that ends shortly after its parent. Its stdin closes when the parent ends, even if the parent is killed. The watchdog then
 * ends the processes that it watches for the parent, and the database server, unless another watchdog uses the same data folder.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { waitForExit, signal } from '@/scripts/postgres/processes'
import { isLeased, takeLease } from '@/scripts/postgres/lease'
import { stopServer } from '@/scripts/postgres/server'

const [dir = '', ending] = process.argv.slice(2)
const watched = new Set<number>()

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined)

const endLease = takeLease(dir)
// Writing fails if the parent has already ended. Then stdin closes, which is handled below.
process.stdout.on('error', () => undefined)
process.stdout.write('ready\n')

const commands = createInterface({ input: process.stdin })
commands.on('line', (line) => {
  const [command, pid] = line.split(' ')
  if (command === 'watch') watched.add(Number(pid))
  if (command === 'forget') watched.delete(Number(pid))
})
commands.once('close', () => void finish())

async function finish(): Promise<void> {
  await Promise.all([...watched].map(endChild))
  endLease()
  if (ending === 'stay' || isLeased(dir)) return
  await stopServer(path.join(dir, 'pgdata'))
  if (ending === 'remove') rmSync(dir, { recursive: true, force: true, maxRetries: 5 })
}

/** Signals the whole group: each watched process leads a process group, which a Ctrl-C in the terminal does not reach. */
async function endChild(pid: number): Promise<void> {
  signal(-pid, 'SIGTERM')
  if (!(await waitForExit(pid, 15_000))) signal(-pid, 'SIGKILL')
}
