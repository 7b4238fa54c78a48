import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

const linux = process.platform === 'linux'

/** Whether the process is running. A zombie does not count, although it accepts signal 0. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !['Z', 'X', ''].includes(stateOf(pid))
}

/** Returns the command line, joined by spaces, or '' if the process has ended. */
export function commandOf(pid: number): string {
  if (!linux) return ps(pid, 'command=')
  return readProc(pid, 'cmdline').split('\0').join(' ').trim()
}

/** Returns the processes whose working directory is `dir`: those of a Postgres server, even if its postmaster has ended. Linux only. */
export function processesIn(dir: string): number[] {
  if (!linux) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => workingDirectory(name) === dir)
    .map(Number)
}

/** Waits until the process has ended. Returns false if it is still running after `limitMs`. */
export async function waitForExit(pid: number, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs
  while (isRunning(pid)) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}

/** Sends a signal to a process, or to its group if the pid is negative. Ignores 0 and -1, which mean our own group and all processes. */
export function signal(pid: number, name: NodeJS.Signals): void {
  if (!Number.isInteger(pid) || Math.abs(pid) <= 1) return
  try {
    process.kill(pid, name)
  } catch {
    // The process has already ended.
  }
}

function stateOf(pid: number): string {
  if (!linux) return ps(pid, 'stat=').slice(0, 1)
  // `pid (name) state …`, where the name may contain parentheses.
  return readProc(pid, 'stat').split(') ').at(-1)?.slice(0, 1) ?? ''
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function workingDirectory(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? ''
}
