import { decode, type Encoding } from './encoding'

/** The single-byte encodings, the most frequent one first. The first of those with the best score is chosen. */
const ONE_BYTE: Encoding[] = ['latin1', 'macintosh', 'cp850', 'cp437']

const SAMPLE_BYTES = 256 * 1024
const BEFORE_BYTES = 1000
const AROUND_BYTES = 16 * 1024

/** Collects the parts of a file with accented letters, because encodings differ only in these. */
export function accentSampler() {
  const parts: Buffer[] = []
  let bytes = 0
  return {
    feed(chunk: Buffer) {
      if (bytes >= SAMPLE_BYTES) return
      const at = chunk.findIndex((byte) => byte > 0x7f)
      if (at < 0) return
      const part = Buffer.from(chunk.subarray(Math.max(0, at - BEFORE_BYTES), at + AROUND_BYTES))
      parts.push(part)
      bytes += part.length
    },
    sample: () => Buffer.concat(parts),
  }
}

/** Returns the single-byte encoding in which a sample looks most like Portuguese, Spanish or English. */
export function guessOneByte(sample: Buffer): Encoding {
  const scores = ONE_BYTE.map((encoding) => ({ encoding, score: scoreOf(decode(sample, encoding)) }))
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).encoding
}

const OURS = /[áàâãäçéêëíïóôõöúüñÁÀÂÃÄÇÉÊËÍÏÓÔÕÖÚÜÑ]/
const SIGNS = /[ºª°–—“”‘’…•€¿¡§®©\u00a0]/
const UPPER = /\p{Lu}/u
const LOWER = /\p{Ll}/u
const LETTER = /\p{L}/u

function scoreOf(text: string): number {
  let score = 0
  for (const found of text.matchAll(/[^\0-\u007f]/gu)) {
    const [letter] = found
    const before = text[found.index - 1] ?? ''
    const after = text[found.index + letter.length] ?? ''
    score += OURS.test(letter) ? (isOutOfPlace(letter, before, after) ? -3 : 2) : scoreOfOther(letter, before, after)
  }
  return score
}

/** Whether it is a capital after a small letter, or a small letter between capitals. */
const isOutOfPlace = (letter: string, before: string, after: string) =>
  UPPER.test(letter) ? LOWER.test(before) : UPPER.test(before) && UPPER.test(after)

function scoreOfOther(sign: string, before: string, after: string): number {
  const inWord = LETTER.test(before) && LETTER.test(after)
  if (SIGNS.test(sign)) return inWord ? -2 : 0.5
  return LETTER.test(sign) && !isOutOfPlace(sign, before, after) ? 0 : -3
}
