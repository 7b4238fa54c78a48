import { type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { REPO_ROOT } from '@/scripts/repo-root'
import { NEXT } from '@/scripts/portal/build'
import { CliError } from '@/scripts/cli-error'
import { type Environment, type Output, spawnNode } from '@/scripts/portal/run'
import { ended, signal } from '@/scripts/postgres/processes'

/** The development server compiles before it answers. */
const READY_LIMIT_MS = 300_000
/** The server keeps answering for a while after SIGTERM; longer than this it is stuck. */
const GRACE_MS = 15_000

const PROCESSES = path.join(REPO_ROOT, 'scripts/portal/processes.mjs')

export type Mode = 'start' | 'dev'
export type Web = { child: ChildProcess; pid: number; exit: Promise<unknown> }

/** Starts the built portal, in `WEB_PROCESSES` processes, or the development server. Its signals are handled by the application, which drains first. */
export function startWeb(mode: Mode, host: string, port: number, env: Environment, output: Output): Web {
  const ours =
    mode === 'start' ? { NODE_ENV: 'production', NEXT_MANUAL_SIG_HANDLE: 'true' } : { NODE_ENV: 'development' }
  const next = [NEXT, mode, '-H', host, '-p', String(port)]
  const count = mode === 'start' ? Number(env.WEB_PROCESSES ?? 1) : 1
  if (!Number.isInteger(count) || count < 1) throw new CliError('WEB_PROCESSES must be a whole number from 1 on.')
  const child = spawnNode(count > 1 ? [PROCESSES, String(count), ...next] : next, { ...env, ...ours }, output)
  if (!child.pid) throw new Error('Could not start the web server.')
  return { child, pid: child.pid, exit: once(child, 'exit') }
}

/** Resolves once `/readyz` says the portal can serve. */
export async function webReady(web: Web, origin: string): Promise<void> {
  const deadline = Date.now() + READY_LIMIT_MS
  while (Date.now() < deadline) {
    if (web.child.exitCode !== null || web.child.signalCode) throw new Error('The web server ended while starting.')
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
  if (!(await ended(web.pid, GRACE_MS))) signal(-web.pid, 'SIGKILL')
}
