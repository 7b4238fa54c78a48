import { targetsOf } from '../kinds/columns'
import type { KindColumns } from '../kinds/kind'
import type { Mapping } from '../kinds/rows'
import { headerKey } from '../reading/headers'

type Names = Pick<KindColumns, 'groups' | 'synonyms' | 'ambiguous'>

/** Guesses a mapping from the column names; each column has at most one target. */
export function guessMapping(columns: Names, headers: readonly string[]): Mapping {
  const free = headers.map((header) => ({ header, key: headerKey(header) }))
  const mapping: Mapping = {}
  for (const names of [columns.synonyms, columns.ambiguous ?? {}])
    for (const target of targetsOf(columns)) {
      const at = mapping[target] ? -1 : free.findIndex(({ key }) => names[target]?.test(key))
      if (at >= 0) mapping[target] = free.splice(at, 1)[0]!.header
    }
  return mapping
}

/** Drops the entries of a saved or posted mapping that name a field of another kind, or a column which this file does not have. */
export function knownColumns(
  columns: Pick<KindColumns, 'groups'>,
  mapping: Record<string, string | undefined>,
  headers: readonly string[],
): Mapping {
  return Object.fromEntries(
    targetsOf(columns).flatMap((t) => (mapping[t] && headers.includes(mapping[t]) ? [[t, mapping[t]]] : [])),
  )
}
