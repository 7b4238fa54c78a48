import { keyHash } from './key-hash'
import { soundOf } from './text/sound'
import { fullNamesOf } from './text/nicknames'
import { letterMask } from './text/likeness'

/** One distinct value of a field, shared by all records that have it, so that equal values are the same object. */
export type Term = {
  text: string
  /** The text without spaces. */
  compact: string
  /** Which letters `compact` has, one bit each: most unlike values are told apart by it. */
  mask: number
  words: readonly string[]
  sound: string
  /** The names that a given name may be short for, itself included. */
  fullNames: readonly string[]
  /** How many records have the value, when the vocabulary has read them all. */
  count: number
}

/** Whether values of a field are words of a name, phrases of several words, or codes such as phone numbers. */
const WORD = 'word'
const PHRASES = /^(?:street|district|city|company|other)/

const NONE: readonly string[] = []

/** What the scoring needs to know about all records. */
export type Frequencies = {
  /** How many records were read; 0 when the counts say nothing. */
  records: number
  /** How many records have a document, phone or e-mail. */
  countOf: (unique: string) => number
}

/** For comparisons of records when nothing is known about the others. */
export const NO_FREQUENCIES: Frequencies = { records: 0, countOf: () => 0 }

/** The number of counters for nearly unique values, which share them by their hashes. */
const COUNTERS = 2 ** 23

/** Creates each term once, and counts how many records use it. */
export class Vocabulary implements Frequencies {
  records = 0
  private readonly counters: Uint8Array | null
  private readonly terms = new Map<string, Map<string, Term>>()

  /** `counts` is false where only a few of the records are read: how frequent their values are is then not known. */
  constructor(private readonly counts = true) {
    this.counters = counts ? new Uint8Array(COUNTERS) : null
  }

  /** Returns the term of a value and counts it. `space` separates fields: a city and a surname are counted apart. */
  add(space: string, text: string): Term {
    let terms = this.terms.get(space)
    if (!terms) this.terms.set(space, (terms = new Map()))
    let term = terms.get(text)
    if (!term) terms.set(text, (term = newTerm(space, text)))
    if (this.counts) term.count++
    return term
  }

  /** Counts a value that hardly any other record has, up to 255, and returns it. */
  addUnique(text: string): string {
    const counter = keyHash(text) & (COUNTERS - 1)
    if (this.counters && this.counters[counter]! < 255) this.counters[counter]!++
    return text
  }

  countOf(unique: string): number {
    return this.counters?.[keyHash(unique) & (COUNTERS - 1)] ?? 0
  }

  /** Sets how many records have a value, from a count elsewhere. */
  setCount(space: string, text: string, count: number): void {
    const term = this.terms.get(space)?.get(text)
    if (term) term.count = count
  }

  /** How many pairs of records have the same value of a field. */
  samePairs(space: string): number {
    let pairs = 0
    for (const { count } of this.terms.get(space)?.values() ?? []) pairs += (count * (count - 1)) / 2
    return pairs
  }
}

function newTerm(space: string, text: string): Term {
  const compact = text.includes(' ') ? text.replaceAll(' ', '') : text
  return {
    text,
    compact,
    mask: letterMask(compact),
    words: PHRASES.test(space) ? text.split(' ') : NONE,
    sound: space === WORD ? soundOf(text) : '',
    fullNames: space === WORD ? fullNamesOf(text) : NONE,
    count: 0,
  }
}
