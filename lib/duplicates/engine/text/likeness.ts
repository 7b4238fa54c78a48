import { isOneEdit } from './edits'
import { jaroWinkler } from './jaro-winkler'

type Spelling = { compact: string; mask: number }

/** Which of 32 letter classes a text has. */
export function letterMask(text: string): number {
  let mask = 0
  for (let at = 0; at < text.length; at++) mask |= 1 << (text.charCodeAt(at) & 31)
  return mask
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Whether the Jaro–Winkler similarity is at least `least`, which is above 0.8. Letters that only one text has refute most pairs at once. */
export function areClose(a: Spelling, b: Spelling, least: number): boolean {
  const [lengthA, lengthB] = [a.compact.length, b.compact.length]
  const matchesMax = Math.min(lengthA - bitCount(a.mask & ~b.mask), lengthB - bitCount(b.mask & ~a.mask))
  const bound = (matchesMax / lengthA + matchesMax / lengthB + 1) / 3
  return bound + 0.4 * (1 - bound) >= least && jaroWinkler(a.compact, b.compact) >= least
}

/** Whether one edit makes both texts equal. */
export const areOneEditApart = (a: Spelling, b: Spelling): boolean =>
  Math.abs(a.compact.length - b.compact.length) < 2 && bitCount(a.mask ^ b.mask) < 3 && isOneEdit(a.compact, b.compact)
