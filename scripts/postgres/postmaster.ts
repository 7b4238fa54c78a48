import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandOf, isRunning } from '@/scripts/postgres/processes'

type Postmaster = { pid: number; port: number; ready: boolean; stopping: boolean }

/** No process ever has this pid, so Postgres concludes that the former server has ended. */
const UNUSED_PID = 2 ** 31 - 1

/**
 * Returns the server that is running on this data folder, or null. The process of the pid must be alive, and its command line must be
 * that of Postgres with exactly this folder; otherwise the pid file is stale.
 */
export function postmasterOf(pgdata: string): Postmaster | null {
  const lines = pidFile(pgdata)
  const pid = Number(lines?.[0])
  if (!lines || !Number.isInteger(pid) || pid <= 1) return null
  if (!isRunning(pid) || !isServerOf(pid, pgdata)) return null
  const status = lines[7]?.trim()
  return { pid, port: Number(lines[3]), ready: status === 'ready', stopping: status === 'stopping' }
}

/**
 * Makes a stale pid file harmless. It is not deleted, because Postgres uses its shared memory key to refuse a start while a
 * backend of the killed server is still writing.
 */
export function disarmStalePidFile(pgdata: string): void {
  const lines = pidFile(pgdata)
  if (!lines || postmasterOf(pgdata)) return
  writeFileSync(path.join(pgdata, 'postmaster.pid'), [String(UNUSED_PID), ...lines.slice(1)].join('\n'))
}

function isServerOf(pid: number, pgdata: string): boolean {
  const command = commandOf(pid)
  return command.includes('postgres') && command.includes(`-D ${pgdata}`)
}

function pidFile(pgdata: string): string[] | null {
  try {
    return readFileSync(path.join(pgdata, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
}
