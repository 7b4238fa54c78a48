/** How two texts of digits or letters differ, if they differ by one edit. */
export type Edit = 'none' | 'one_character' | 'swapped_neighbours' | 'more'

/** Recognises one replaced, missing or added character, and two neighbours in the other order. */
export function editBetween(a: string, b: string): Edit {
  if (a === b) return 'none'
  const difference = a.length - b.length
  if (difference > 1 || difference < -1) return 'more'
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length - 1, b.length - 1]
  while (endA > start && endB > start && a[endA] === b[endB]) {
    endA--
    endB--
  }
  if (difference === 0) {
    if (endA === start) return 'one_character'
    const isSwap = endA === start + 1 && a[start] === b[endB] && a[endA] === b[start]
    return isSwap ? 'swapped_neighbours' : 'more'
  }
  const [longer, shorter] = difference > 0 ? [a, b] : [b, a]
  return longer.slice(start + 1) === shorter.slice(start) ? 'one_character' : 'more'
}

export const isOneEdit = (a: string, b: string): boolean => {
  const edit = editBetween(a, b)
  return edit === 'one_character' || edit === 'swapped_neighbours'
}
