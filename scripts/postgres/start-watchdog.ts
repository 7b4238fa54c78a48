import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'

export type Watchdog = {
  /** Makes the watchdog end this process group when our process ends, even if it is killed. */
  watch: (pid: number) => void
  forget: (pid: number) => void
  /** Gives up the lease. If nobody else uses the data folder, the server stops, and this resolves when it has. */
  release: () => Promise<void>
}

/** After the last use of the data folder: the server stops, the folder is removed too, or both remain. */
export type Ending = 'stop' | 'remove' | 'stay'

/** Starts a watchdog for the folder of a cluster. Resolves when the watchdog has its lease. */
export async function startWatchdog(dir: string, ending: Ending): Promise<Watchdog> {
  const args = ['--import', 'tsx', path.join(REPO_ROOT, 'scripts/postgres/watchdog.ts'), dir, ending]
  const env = { PATH: process.env.PATH, RETRATO_DATA: process.env.RETRATO_DATA } as unknown as NodeJS.ProcessEnv
  const child = spawn(process.execPath, args, {
    cwd: REPO_ROOT,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    exited.then(() => Promise.reject(new Error('The watchdog did not start.'))),
  ])
  detach(child)
  return {
    watch: (pid) => void child.stdin.write(`watch ${pid}\n`),
    forget: (pid) => void child.stdin.write(`forget ${pid}\n`),
    release: async () => {
      child.ref()
      child.stdin.end()
      if (child.exitCode === null && child.signalCode === null) await exited
    },
  }
}

/** A killed watchdog must not cause an error in this process, and a running one must not keep this process from ending. */
function detach(child: ChildProcess): void {
  child.stdin?.on('error', () => undefined)
  child.stdout?.resume()
  child.unref()
}
