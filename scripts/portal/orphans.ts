import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataRoot } from '@/scripts/repo-root'
import { commandOf, waitForExit, isRunning, signal } from '@/scripts/postgres/processes'

const folder = () => path.join(dataRoot(), 'web')

/** Records the web process, in case both the launcher and its watchdog are killed. Returns a function that removes the record. */
export function recordWeb(pid: number): () => void {
  mkdirSync(folder(), { recursive: true })
  const file = path.join(folder(), String(process.pid))
  writeFileSync(file, String(pid))
  return () => rmSync(file, { force: true })
}

/** Ends the web processes of launchers that have ended. A pid that now belongs to another program is ignored. */
export async function endOrphans(): Promise<void> {
  mkdirSync(folder(), { recursive: true })
  for (const launcher of readdirSync(folder())) {
    if (Number(launcher) !== process.pid && isRunning(Number(launcher))) continue
    const file = path.join(folder(), launcher)
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid && /\.next\/server|processes\.mjs/.test(commandOf(pid))) await end(pid)
    rmSync(file, { force: true })
  }
}

async function end(pid: number): Promise<void> {
  signal(pid, 'SIGTERM')
  if (!(await waitForExit(pid, 5_000))) signal(-pid, 'SIGKILL')
}
