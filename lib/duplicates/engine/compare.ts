import { comparePrepared, newPattern } from './compare/records'
import { DEFAULT_MODEL } from './default-model'
import { type Model, scoreOf } from './model'
import { prepare } from './prepare'
import type { MatchRecord, PairScore } from './types'
import { NO_FREQUENCIES, Vocabulary } from './vocabulary'

const DIFFERENT_KINDS: PairScore = { weight: -Infinity, probability: 0, reasons: [] }

/** Compares two records. A person and a company are never the same customer. How frequent the values are is not known here. */
export function compareRecords(a: MatchRecord, b: MatchRecord, model: Model = DEFAULT_MODEL): PairScore {
  if (a.kind !== b.kind) return DIFFERENT_KINDS
  const terms = new Vocabulary(false)
  return scoreOf(model, comparePrepared(prepare(a, terms), prepare(b, terms), newPattern(0)), NO_FREQUENCIES)
}
