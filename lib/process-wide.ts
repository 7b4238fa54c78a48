/**
 * Returns the one value of that name in this process, and creates it at the first call. Next's bundles and the server load
 * the same module separately, so a module variable would exist several times.
 */
export function processWide<T>(name: string, create: () => T): T {
  const values = globalThis as unknown as Record<symbol, T | undefined>
  return (values[Symbol.for(`retrato.${name}`)] ??= create())
}
