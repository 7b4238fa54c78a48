import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { REPO_ROOT } from '@/scripts/repo-root'

export type Watchdog = {
  /** This process group ends when we end, in whatever way. */
  watch: (pid: number) => void
  forget: (pid: number) => void
  /** Gives up the data folder; resolves when the server has stopped, if nobody else uses it. */
  release: () => Promise<void>
}

/** What happens when nobody uses the data folder any more: the server stops, the folder is removed as well, or both stay. */
export type Ending = 'stop' | 'remove' | 'stay'

/** Starts a watchdog for the folder of a cluster, and returns once it has its lease. */
export async function startWatchdog(dir: string, ending: Ending): Promise<Watchdog> {
  const args = ['--import', 'tsx', path.join(REPO_ROOT, 'scripts/postgres/watchdog.ts'), dir, ending]
  const env = { PATH: process.env.PATH, RETRATO_DATA: process.env.RETRATO_DATA } as unknown as NodeJS.ProcessEnv
  const child = spawn(process.execPath, args, {
    cwd: REPO_ROOT,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const left = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    left.then(() => Promise.reject(new Error('The watchdog did not start.'))),
  ])
  quieten(child)
  return {
    watch: (pid) => void child.stdin.write(`watch ${pid}\n`),
    forget: (pid) => void child.stdin.write(`forget ${pid}\n`),
    release: async () => {
      child.ref()
      child.stdin.end()
      if (child.exitCode === null && child.signalCode === null) await left
    },
  }
}

/** Neither a killed watchdog nor a running one keeps this process from its work or from ending. */
function quieten(child: ChildProcess): void {
  child.stdin?.on('error', () => undefined)
  child.stdout?.resume()
  child.unref()
}
