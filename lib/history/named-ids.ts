import { isUuid } from '@/lib/values/ids'

/** Every id in the values of an event, at any depth. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return isUuid(value) ? [value] : []
  return value && typeof value === 'object' ? Object.values(value).flatMap(idsIn) : []
}

/** The same values with names instead of ids; an id without a name becomes its first block. */
export function withNames<V>(value: V, names: ReadonlyMap<string, string>): V {
  if (typeof value === 'string') return (isUuid(value) ? (names.get(value) ?? value.slice(0, 8)) : value) as V
  if (Array.isArray(value)) return value.map((one) => withNames(one, names)) as V
  if (!value || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withNames(one, names)])) as V
}
