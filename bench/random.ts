let state = 20_260_101

/** Returns the next pseudo-random number. The sequence is the same in every run (mulberry32). */
function chance(): number {
  state = (state + 0x6d2b79f5) | 0
  let t = Math.imul(state ^ (state >>> 15), 1 | state)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

export const pick = (below: number): number => Math.floor(chance() * below)

export function shuffled<T>(items: readonly T[]): T[] {
  const rest = [...items]
  return items.map(() => rest.splice(pick(rest.length), 1)[0]!)
}

/** Returns the word with one typing error: a letter is missing, doubled, or swapped with the next one. */
export function misspell(word: string): string {
  const at = 1 + pick(Math.max(1, word.length - 2))
  const misspellings = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ]
  return misspellings[pick(misspellings.length)]!
}
