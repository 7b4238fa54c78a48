import { readFileSync } from 'node:fs'

export type Figures = { p50: number; p99: number }
export type Cost = { cpu: Figures; wall: Figures; samples: number }

/** CPU milliseconds that a process has used, with the kernel's nanosecond resolution. They hardly depend on other work on the machine. */
export function cpuMs(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
}

const TICK_MS = 10

/** CPU milliseconds of this process and of all processes it has started, including those that have ended. */
export function cpuMsWithChildren(): number {
  const { user, system } = process.cpuUsage()
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
  const running = children.map((pid) => ticks(pid, [USER, SYSTEM]))
  return (
    (user + system) / 1000 +
    [...running, ticks('self', [ENDED_USER, ENDED_SYSTEM])].reduce((sum, one) => sum + one, 0) * TICK_MS
  )
}

/** Positions in /proc/…/stat, counted behind the name of the program. */
const [USER, SYSTEM, ENDED_USER, ENDED_SYSTEM] = [11, 12, 13, 14]

function ticks(pid: string, places: number[]): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
  return places.reduce((sum, place) => sum + Number(fields[place]), 0)
}

/** Runs each sample twice and measures the second time. */
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
