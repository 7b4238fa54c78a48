import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandOf, isRunning } from '@/scripts/postgres/processes'

type Lease = { watchdog: number; parent: number }

/** One file for each watchdog: its name is the watchdog's pid, its content the pid of the process that started it. */
const folder = (dir: string) => path.join(dir, 'leases')

/** Records that this watchdog uses the data folder, and for which process. Returns a function that removes the record. */
export function takeLease(dir: string): () => void {
  mkdirSync(folder(dir), { recursive: true })
  const file = path.join(folder(dir), String(process.pid))
  writeFileSync(file, String(process.ppid))
  return () => rmSync(file, { force: true })
}

/** Whether a running watchdog uses the folder. A pid that now belongs to another program does not count. */
export function isLeased(dir: string): boolean {
  return leases(dir).some(({ watchdog }) => isRunning(watchdog) && commandOf(watchdog).includes(dir))
}

/** Whether the folder has leases, but neither their watchdogs nor the processes that started them are still running. */
export function isAbandoned(dir: string): boolean {
  const all = leases(dir)
  return all.length > 0 && !isLeased(dir) && all.every(({ parent }) => parent > 1 && !isRunning(parent))
}

function leases(dir: string): Lease[] {
  return namesIn(folder(dir)).map((name) => ({
    watchdog: Number(name),
    parent: parentIn(path.join(folder(dir), name)),
  }))
}

function parentIn(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch {
    return []
  }
}
