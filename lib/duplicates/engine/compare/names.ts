import { isOneEdit } from '../text/edits'
import { areClose, areOneEditApart } from '../text/likeness'
import type { PreparedName } from '../prepare'
import type { ReasonLevel } from '../types'
import type { Term } from '../vocabulary'

export type NameResult = {
  given: ReasonLevel<'given_name'> | null
  family: ReasonLevel<'family_name'> | null
  /** The rarest family word that both names have. */
  sharedFamily: Term | null
}

type WordLevel = 'same' | 'nickname' | 'initial' | 'similar' | 'sounds_alike' | 'different'

/** From most to least alike. */
const RANKS: readonly WordLevel[] = ['same', 'nickname', 'initial', 'similar', 'sounds_alike', 'different']
const UNLIKE = RANKS.length - 1

function compareWords(a: Term, b: Term): WordLevel {
  if (a === b) return 'same'
  const [x, y] = [a.text, b.text]
  if (x.length === 1 || y.length === 1) return x[0] === y[0] ? 'initial' : 'different'
  if ((a.fullNames.length > 1 || b.fullNames.length > 1) && a.fullNames.some((name) => b.fullNames.includes(name)))
    return 'nickname'
  if ((x.length > 3 || y.length > 3) && areOneEditApart(a, b)) return 'similar'
  if (a.sound === b.sound) return 'sounds_alike'
  return areClose(a, b, 0.88) ? 'similar' : 'different'
}

const isAlike = (a: Term, b: Term) => compareWords(a, b) !== 'different'

/** Compares two names of persons. A given name that is a family name of the other record, and the reverse, counts as swapped. */
export function compareNames(a: PreparedName, b: PreparedName): NameResult {
  const given = a.given && b.given ? compareWords(a.given, b.given) : null
  if (given === 'different' || (given === null && (a.given || b.given))) {
    if (areSwapped(a, b)) return { given: 'swapped', family: null, sharedFamily: null }
    const isWithin = given !== null && (hasWord(b.family, a.given) || hasWord(a.family, b.given))
    if (isWithin) return { given: 'partial', ...compareFamilies(wordsOf(a), wordsOf(b)) }
  }
  return { given, ...compareFamilies(a.family, b.family) }
}

const wordsOf = ({ given, family }: PreparedName): readonly Term[] => (given ? [given, ...family] : family)

const hasWord = (words: readonly Term[], word: Term | null) => word !== null && words.includes(word)

function areSwapped(a: PreparedName, b: PreparedName): boolean {
  const crosses = (given: Term | null, family: readonly Term[]) =>
    given !== null && family.some((word) => isAlike(given, word))
  const [forward, backward] = [crosses(a.given, b.family), crosses(b.given, a.family)]
  // With one part missing on a side, the remaining part has to be the whole of the other record's part.
  if (a.given && b.given) return forward && backward
  return a.given ? forward && !a.family.length : backward && !b.family.length
}

function compareFamilies(a: readonly Term[], b: readonly Term[]): Pick<NameResult, 'family' | 'sharedFamily'> {
  if (!a.length || !b.length) return { family: null, sharedFamily: null }
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  let sharedFamily: Term | null = null
  let [same, best, worst] = [0, UNLIKE, 0]
  for (const word of shorter) {
    let rank = UNLIKE
    for (const other of longer) if (rank > 0) rank = Math.min(rank, RANKS.indexOf(compareWords(word, other)))
    if (rank === 0) {
      same++
      if (!sharedFamily || word.count < sharedFamily.count) sharedFamily = word
    }
    worst = Math.max(worst, rank)
    best = Math.min(best, rank)
  }
  if (same === longer.length) return { family: 'same', sharedFamily }
  if (worst < UNLIKE && worst > 0 && shorter.length === longer.length)
    return { family: familyLevel(worst), sharedFamily: null }
  if (same > 0) return { family: 'partial', sharedFamily }
  return { family: areJoined(a, b) ? 'similar' : familyLevel(best), sharedFamily: null }
}

const familyLevel = (rank: number): 'similar' | 'sounds_alike' | 'different' =>
  RANKS[rank] === 'different' || RANKS[rank] === 'sounds_alike' ? RANKS[rank] : 'similar'

/** "Mc Carthy" and "Mccarthy". */
function areJoined(a: readonly Term[], b: readonly Term[]): boolean {
  if (a.length === b.length) return false
  const [left, right] = [a, b].map((words) => words.map(({ compact }) => compact).join(''))
  return left === right || isOneEdit(left!, right!)
}
