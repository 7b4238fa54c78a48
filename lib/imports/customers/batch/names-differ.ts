import { headerKey } from '../../reading/headers'

type Named = { name: string; preferredName: string | null }

/** Words that do not identify a person or company, in Portuguese, Spanish and English. */
const FILLER = new Set(
  'a as da das de del do dos e la las los o os y cia comercio companhia compania eireli epp inc industria llc ltda me mei sa servicos servicios srl the'.split(
    ' ',
  ),
)

/**
 * Whether a name very probably belongs to another person or company: `Ana Souza` and `Carlos Lima`. A married name, an initial, another
 * order of the words, a spelling mistake, a part of the name, or a name like the preferred name does not count as different.
 */
export function namesDiffer({ name, preferredName }: Named, next: string, kind: 'person' | 'company'): boolean {
  return [name, preferredName].every((known) => known === null || differ(wordsOf(known), wordsOf(next), kind))
}

function wordsOf(name: string): string[] {
  const words = headerKey(name).split(' ').filter(Boolean)
  const telling = words.filter((word) => !FILLER.has(word))
  return telling.length ? telling : words
}

function differ(known: string[], next: string[], kind: 'person' | 'company'): boolean {
  // A name in another script has no Latin words to compare.
  if (!known.length || !next.length) return known.length !== next.length
  const [short, long] = known.length <= next.length ? [known, next] : [next, known]
  const shared = short.filter((word) => long.some((other) => isSameWord(word, other)))
  if (shared.length === short.length) return false
  return kind === 'company' ? shared.length === 0 : !isSameWord(known[0]!, next[0]!)
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length === 1 || other.length === 1) return one[0] === other[0]
  const longest = Math.max(one.length, other.length)
  // Fernando and Fernanda are two people.
  if (one.slice(0, -1) === other.slice(0, -1) && /[ao]$/.test(one) && /[ao]$/.test(other)) return false
  return longest >= 4 && distance(one, other) <= (longest >= 8 ? 2 : 1)
}

/** The number of letters to insert, remove or replace (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1]
    for (const [column, candidate] of [...other].entries())
      next.push(Math.min(row[column + 1]! + 1, next[column]! + 1, row[column]! + (letter === candidate ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}
