import { headerKey } from '../../reading/headers'
import type { Candidate, CustomerRow } from './types'

export type RowName = {
  name: string
  /** Whether it is the name of a company. */
  company: boolean
}

/** Returns the row's name, from one column or several. The company's name is used if there is no person's name, or if the row has a CNPJ. */
export function nameOf(row: CustomerRow, document: Candidate['document']): RowName {
  const parts = [row.text('firstName'), row.text('middleName'), row.text('lastName'), row.text('nameSuffix')]
  const full = row.text('name')
  const company = row.text('companyName')
  // A column called "name" may contain only the first name.
  const person = full && row.text('firstName') ? full : joinNames(full ? [full, ...parts.slice(1)] : parts)
  if (company && (!person || document?.type === 'cnpj' || sameName(person, company)))
    return { name: company, company: true }
  return { name: person, company: false }
}

const wordsOf = (text: string) => text.split(/\s+/).filter(Boolean)

const sameName = (a: string, b: string) => headerKey(a) === headerKey(b)

/** Joins the parts of a name without repeating words. */
const joinNames = (parts: readonly string[]): string =>
  parts.filter(Boolean).reduce((name, part) => (name ? joinTwo(name, part) : part), '')

function joinTwo(name: string, part: string): string {
  const [left, right] = [wordsOf(name), wordsOf(part)]
  const overlap = right.length ? sharedEnd(left, right) : 0
  if (overlap || !containsWords(left, right)) return [...left, ...right.slice(overlap)].join(' ')
  return name
}

/** Returns how many words at the end of one list are also at the beginning of the other. */
function sharedEnd(left: string[], right: string[]): number {
  for (let count = Math.min(left.length, right.length); count > 0; count--)
    if (sameName(left.slice(-count).join(' '), right.slice(0, count).join(' '))) return count
  return 0
}

const containsWords = (left: string[], right: string[]): boolean =>
  left.some((_, at) => sameName(left.slice(at, at + right.length).join(' '), right.join(' ')))
