import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandOf, isRunning } from '@/scripts/postgres/processes'

export type Postmaster = { pid: number; port: number; ready: boolean; stopping: boolean }

/** No kernel hands out this pid, so Postgres reads it as "the former server is gone". */
const NOBODYS_PID = 2 ** 31 - 1

/**
 * The server running on this data folder, or null. A pid that is dead, a zombie, or was handed to another program
 * since does not count: the command line must name a postgres of exactly this folder.
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
 * Makes a stale pid file harmless. It is not deleted: its shared memory key lets Postgres refuse to start while a
 * backend of the dead server still writes.
 */
export function disarmStalePidFile(pgdata: string): void {
  const lines = pidFile(pgdata)
  if (!lines || postmasterOf(pgdata)) return
  writeFileSync(path.join(pgdata, 'postmaster.pid'), [String(NOBODYS_PID), ...lines.slice(1)].join('\n'))
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
