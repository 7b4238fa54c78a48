/** Words that join names and may be left out (Portuguese and Spanish). */
const PARTICLES = new Set(['d', 'da', 'das', 'de', 'del', 'do', 'dos', 'e', 'la', 'las', 'los', 'y'])

/** Letters in a word from which one wrong letter is accepted. */
const TYPO_LETTERS_MIN = 5

/**
 * Whether a typed name can be the full name of a registered person. Accents, case, order of particles and one wrong letter in a long word
 * do not matter, middle names may be missing or shortened to an initial, and further names may be added. The first name and one more have
 * to be there, unless the registered name is a single word.
 */
export function isSameName(typed: string, registered: string): boolean {
  const [said, known] = [wordsOf(typed), wordsOf(registered)]
  if (!said.length || !known.length || !isSameWord(said[0]!, known[0]!)) return false
  if (said.length < 2 || known.length < 2) return said.length === known.length
  const [fewer, more] = said.length <= known.length ? [said, known] : [known, said]
  return isInOrder(fewer, more) && fewer.some((word, at) => at > 0 && word.length > 1)
}

/** Whether the words of one name are found in another one, in the same order. */
function isInOrder(words: readonly string[], name: readonly string[]): boolean {
  let at = 0
  for (const word of words) {
    while (at < name.length && !isSameWord(word, name[at]!)) at++
    if (at++ >= name.length) return false
  }
  return true
}

function wordsOf(name: string): string[] {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = letters.split(/[^\p{L}]+/u).filter(Boolean)
  const withoutParticles = words.filter((word) => !PARTICLES.has(word))
  return withoutParticles.length ? withoutParticles : words
}

/** Equal, one the initial of the other, or different in one letter of a long word. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length === 1 || other.length === 1) return one[0] === other[0]
  return Math.min(one.length, other.length) >= TYPO_LETTERS_MIN && isOneLetterApart(one, other)
}

function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same++
  return short.slice(same + 1) === long.slice(same + 1) || short.slice(same) === long.slice(same + 1)
}
