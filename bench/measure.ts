import { readFileSync } from 'node:fs'

export type Figures = { p50: number; p99: number }
export type Cost = { cpu: Figures; wall: Figures; samples: number }

/** Returns the CPU milliseconds that a process has used, in nanosecond resolution. Other work on the machine hardly affects them. */
export function cpuMs(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

const TICK_MS = 10

/** Returns the CPU milliseconds of this process and of all processes that it has started, including ended ones. */
export function cpuMsWithChildren(): number {
  const { user, system } = process.cpuUsage()
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
  const running = children.map((pid) => ticks(pid, [USER, SYSTEM]))
  return (
    (user + system) / 1000 +
    [...running, ticks('self', [ENDED_USER, ENDED_SYSTEM])].reduce((sum, value) => sum + value, 0) * TICK_MS
  )
}

/** Positions of fields in /proc/…/stat, counted after the name of the program. */
const [USER, SYSTEM, ENDED_USER, ENDED_SYSTEM] = [11, 12, 13, 14]

function ticks(pid: string, positions: number[]): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  return positions.reduce((sum, position) => sum + Number(fields[position]), 0)
}

/** Runs all samples twice and measures the second run. */
export async function measure<T>(
  pid: number,
  samples: readonly T[],
  run: (sample: T) => Promise<unknown>,
): Promise<Cost> {
  for (const sample of samples) await run(sample)
  const cpu: number[] = []
  const wall: number[] = []
  for (const sample of samples) {
    const [cpuBefore, wallBefore] = [cpuMs(pid), performance.now()]
    await run(sample)
    wall.push(performance.now() - wallBefore)
    cpu.push(cpuMs(pid) - cpuBefore)
  }
  return { cpu: figures(cpu), wall: figures(wall), samples: samples.length }
}

export function figures(values: number[]): Figures {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}
