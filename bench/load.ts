import autocannon from 'autocannon'
import { readFileSync } from 'node:fs'
import type { BenchPortal } from './portal'

export type Load = {
  connections: number
  /** Milliseconds for a whole page. */
  p50: number
  p99: number
  perSecond: number
  /** CPU milliseconds of the Node processes per page. */
  cpu: number
  failed: number
}

const TICKS_PER_SECOND = 100

/** Requests the paths in turn over `connections` parallel connections. */
export async function load(
  { origin, pid, cookie }: Pick<BenchPortal, 'origin' | 'pid' | 'cookie'>,
  paths: string[],
  connections: number,
  seconds: number,
): Promise<Load> {
  const before = cpuOf(pid)
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    headers: { cookie: `${cookie.name}=${cookie.value}`, 'accept-encoding': 'gzip' },
    requests: paths.map((path) => ({ method: 'GET', path })),
  })
  const pages = result.requests.total
  return {
    connections,
    p50: result.latency.p50,
    p99: result.latency.p99,
    perSecond: pages / result.duration,
    cpu: (cpuOf(pid) - before) / pages,
    failed: result.non2xx + result.errors,
  }
}

/** Returns the CPU milliseconds of the process and its child processes, with all threads. */
export function cpuOf(pid: number): number {
  return family(pid).reduce((sum, member) => sum + ownCpuOf(member), 0)
}

function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return [pid, ...children.flatMap((child) => family(Number(child)))]
}

function ownCpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
}

/** Returns the megabytes of the process and its child processes: the current sum, and the sum of their maxima. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const each = family(pid).map(ownMemoryOf)
  return { now: each.reduce((sum, { now }) => sum + now, 0), peak: each.reduce((sum, { peak }) => sum + peak, 0) }
}

function ownMemoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const of = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024
  return { now: of('VmRSS'), peak: of('VmHWM') }
}
