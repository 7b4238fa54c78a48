import { targetsOf } from '../kinds/columns'
import type { KindColumns } from '../kinds/kind'
import type { Mapping } from '../kinds/rows'
import { headerKey } from '../reading/headers'

/** Guesses a mapping from the column names; each column has at most one target. */
export function guessMapping(columns: Pick<KindColumns, 'groups' | 'synonyms'>, headers: readonly string[]): Mapping {
  const free = headers.map((header) => ({ header, key: headerKey(header) }))
  const mapping: Mapping = {}
  for (const target of targetsOf(columns)) {
    const at = free.findIndex(({ key }) => columns.synonyms[target]!.test(key))
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
