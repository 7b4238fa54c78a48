import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { commandOf, isRunning } from '@/scripts/postgres/processes'

const folder = (dir: string) => path.join(dir, 'keepers')

/** Writes down that this keeper holds the data folder, and for whom. Returns the undo. */
export function hold(dir: string): () => void {
  mkdirSync(folder(dir), { recursive: true })
  const file = path.join(folder(dir), String(process.pid))
  writeFileSync(file, String(process.ppid))
  return () => rmSync(file, { force: true })
}

/** Whether a keeper of the folder lives; a pid reused by another program does not count. */
export function isHeld(dir: string): boolean {
  return holders(dir).some(({ keeper }) => isRunning(keeper) && commandOf(keeper).includes(dir))
}

/** Whether there were holders once, and neither a keeper nor anybody it kept the folder for is left. */
export function isAbandoned(dir: string): boolean {
  const all = holders(dir)
  return all.length > 0 && !isHeld(dir) && all.every(({ parent }) => parent > 1 && !isRunning(parent))
}

function holders(dir: string): { keeper: number; parent: number }[] {
  return namesIn(folder(dir)).map((name) => ({ keeper: Number(name), parent: parentIn(path.join(folder(dir), name)) }))
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
