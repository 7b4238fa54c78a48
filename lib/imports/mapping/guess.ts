import { headerKey } from '../reading/headers'
import { TARGETS, type Mapping } from '../customers/targets'
import { SYNONYMS } from '../customers/synonyms'

/** Guesses a mapping from the column names; each column has at most one target. */
export function guessMapping(headers: readonly string[]): Mapping {
  const free = headers.map((header) => ({ header, key: headerKey(header) }))
  const mapping: Mapping = {}
  for (const target of TARGETS) {
    const at = free.findIndex(({ key }) => SYNONYMS[target].test(key))
    if (at >= 0) mapping[target] = free.splice(at, 1)[0]!.header
  }
  return mapping
}

/** Drops the entries of a saved or posted mapping that name a column which this file does not have. */
export function knownColumns(mapping: Record<string, string | undefined>, headers: readonly string[]): Mapping {
  return Object.fromEntries(
    TARGETS.flatMap((t) => (mapping[t] && headers.includes(mapping[t]) ? [[t, mapping[t]]] : [])),
  )
}
