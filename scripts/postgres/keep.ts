import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { CHECKOUT } from '@/scripts/checkout'

export type Keeper = {
  /** Ends this process group when we end, whichever way that is. */
  watch: (pid: number) => void
  forget: (pid: number) => void
  /** Lets go of the data folder; resolves when the server has stopped, if we were the last. */
  release: () => Promise<void>
}

/** What happens when the last holder lets go: the server stops, its folder goes as well, or it just stays. */
export type Ending = 'stop' | 'remove' | 'stay'

/** Starts the keeper of a cluster's folder and returns once it holds it. */
export async function keep(dir: string, ending: Ending): Promise<Keeper> {
  const args = ['--import', 'tsx', path.join(CHECKOUT, 'scripts/postgres/keeper.ts'), dir, ending]
  const env = { PATH: process.env.PATH, RETRATO_DATA: process.env.RETRATO_DATA } as unknown as NodeJS.ProcessEnv
  const child = spawn(process.execPath, args, {
    cwd: CHECKOUT,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const left = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    left.then(() => Promise.reject(new Error('The keeper did not start.'))),
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

/** A keeper that was killed must not take its parent down, nor keep it from ending. */
function quieten(child: ChildProcess): void {
  child.stdin?.on('error', () => undefined)
  child.stdout?.resume()
  child.unref()
}
