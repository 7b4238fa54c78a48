import { headerKey } from '../reading/headers'
import { TARGETS, type Mapping } from '../targets'
import { SYNONYMS } from './synonyms'

/** A first mapping by what the columns are called; each column serves one target. */
export function guessMapping(headers: readonly string[]): Mapping {
  const free = headers.map((header) => ({ header, key: headerKey(header) }))
  const mapping: Mapping = {}
  for (const target of TARGETS) {
    const at = free.findIndex(({ key }) => SYNONYMS[target].test(key))
    if (at >= 0) mapping[target] = free.splice(at, 1)[0]!.header
  }
  return mapping
}

/** Keeps what a remembered or posted mapping says about columns this file has. */
export function knownColumns(mapping: Record<string, string | undefined>, headers: readonly string[]): Mapping {
  return Object.fromEntries(
    TARGETS.flatMap((t) => (mapping[t] && headers.includes(mapping[t]) ? [[t, mapping[t]]] : [])),
  )
}
