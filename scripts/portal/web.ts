import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { REPO_ROOT } from '@/scripts/repo-root'
import { SERVER_FILE } from '@/scripts/portal/bundle-server'
import { CliError } from '@/scripts/cli-error'
import { type Environment, type Output, spawnNode } from '@/scripts/portal/run'
import { waitForExit, signal } from '@/scripts/postgres/processes'

/** Long, because the development server compiles before it answers. */
const READY_LIMIT_MS = 300_000
/** After SIGTERM the server first answers the requests in progress. If it still runs after this time, it is killed. */
const GRACE_MS = 15_000

/** See point 7 of docs/decisions/019-speed-of-opening.md. Processes that a cluster forks inherit it. */
const YOUNG_GENERATION = '--max-semi-space-size=64'

const PROCESSES = path.join(REPO_ROOT, 'scripts/portal/processes.mjs')

export type Mode = 'start' | 'dev'
export type Web = { child: ChildProcess; pid: number; exit: Promise<unknown> }

/** Starts the server (`server/main.ts`) in `WEB_PROCESSES` processes, or in one process in development. */
export function startWeb(mode: Mode, host: string, port: number, env: Environment, output: Output): Web {
  const own = { NODE_ENV: mode === 'start' ? 'production' : 'development', HOST: host, PORT: String(port) }
  const program = SERVER_FILE[mode]
  const count = mode === 'start' ? Number(env.WEB_PROCESSES ?? 1) : 1
  if (!Number.isInteger(count) || count < 1) throw new CliError('WEB_PROCESSES must be a whole number from 1 on.')
  const started = count > 1 ? [PROCESSES, String(count), program] : [program]
  const child = spawnNode([YOUNG_GENERATION, ...started], { ...env, ...own }, output)
  if (!child.pid) throw new Error('Could not start the web server.')
  return { child, pid: child.pid, exit: once(child, 'exit') }
}

/** Resolves when `/readyz` answers that the portal is ready. */
export async function webReady(web: Web, origin: string): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS
  while (Date.now() < deadline) {
    if (web.child.exitCode !== null || web.child.signalCode) throw new CliError('The web server ended while starting.')
    const status = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5_000) }).then(
      (r) => r.status,
      () => 0,
    )
    if (status === 200) return
    await sleep(100)
  }
  throw new Error(`The web server was not ready after ${READY_LIMIT_MS / 1000} s.`)
}

export async function stopWeb(web: Web): Promise<void> {
  signal(web.pid, 'SIGTERM')
  if (!(await waitForExit(web.pid, GRACE_MS))) signal(-web.pid, 'SIGKILL')
}
