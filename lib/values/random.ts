import { createHash } from 'node:crypto'

/** Random values that are the same for the same seed on every machine. */
export type Random = ReturnType<typeof randomOf>

export function randomOf(seed: string) {
  const next = generator(createHash('sha256').update(seed).digest().readUInt32LE())
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const hex = (length: number) => Array.from({ length }, () => int(0, 15).toString(16)).join('')
  return {
    /** A number from 0 (included) to 1 (excluded). */
    next,
    /** A whole number; both ends are included. */
    int,
    digits: (length: number) => Array.from({ length }, () => int(0, 9)).join(''),
    chance: (probability: number) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[int(0, from.length - 1)]!,
    uuidV4: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[int(0, 3)]!}${hex(3)}-${hex(12)}`,
  }
}

/** Mulberry32, a generator with 32 bits of state. */
function generator(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
