import { createHash } from 'node:crypto'

/** Chances that fall the same way every time, so that the demo is the same on every machine. */
export type Dice = ReturnType<typeof diceOf>

export function diceOf(seed: string) {
  const next = generator(createHash('sha256').update(seed).digest().readUInt32LE())
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const hex = (length: number) => Array.from({ length }, () => int(0, 15).toString(16)).join('')
  const variant = () => '89ab'[int(0, 3)]!
  return {
    /** From 0 up to, not including, 1. */
    next,
    /** Both ends included. */
    int,
    digits: (length: number) => Array.from({ length }, () => int(0, 9)).join(''),
    chance: (probability: number) => next() < probability,
    pick: <T>(from: readonly T[]): T => from[int(0, from.length - 1)]!,
    uuidV4: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${variant()}${hex(3)}-${hex(12)}`,
    /** RFC 9562: the instant leads, so that the ids of a customer's children order as they happened. */
    uuidV7: (at: Date) => {
      const clock = at.getTime().toString(16).padStart(12, '0')
      return `${clock.slice(0, 8)}-${clock.slice(8)}-7${hex(3)}-${variant()}${hex(3)}-${hex(12)}`
    },
  }
}

/** Mulberry32: 32 bits of state are plenty for a demo. */
function generator(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
