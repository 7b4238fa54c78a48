/** Returns every permutation once (Heap's algorithm). */
export function permutationsOf<T>(of: readonly T[]): T[][] {
  const [found, row] = [[] as T[][], [...of]]
  const swap = (a: number, b: number) => ([row[a], row[b]] = [row[b]!, row[a]!])
  const from = (left: number) => {
    if (left <= 1) return void found.push([...row])
    for (let at = 0; at < left; at += 1) {
      from(left - 1)
      if (at < left - 1) swap(left % 2 ? 0 : at, left - 1)
    }
  }
  from(row.length)
  return found
}
