/** A path with a query. Parameters without a value are left out. */
export function withQuery(path: string, query: Record<string, string | undefined>): string {
  const params = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : [])))
  return params.size ? `${path}?${params}` : path
}
