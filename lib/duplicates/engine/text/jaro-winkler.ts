const takenA = new Uint8Array(256)
const takenB = new Uint8Array(256)

/** Jaro–Winkler similarity, 0 to 1. Only the first 255 letters are compared. */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  const [lengthA, lengthB] = [Math.min(a.length, 255), Math.min(b.length, 255)]
  if (!lengthA || !lengthB) return 0
  const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
  takenA.fill(0, 0, lengthA)
  takenB.fill(0, 0, lengthB)
  let matches = 0
  for (let i = 0; i < lengthA; i++) {
    const last = Math.min(lengthB - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= last; j++) {
      if (takenB[j] || a.charCodeAt(i) !== b.charCodeAt(j)) continue
      takenA[i] = takenB[j] = 1
      matches++
      break
    }
  }
  if (!matches) return 0
  const jaro = (matches / lengthA + matches / lengthB + (matches - transpositions(a, b, lengthA) / 2) / matches) / 3
  let prefix = 0
  while (prefix < 4 && prefix < lengthA && prefix < lengthB && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++
  return jaro + prefix * 0.1 * (1 - jaro)
}

function transpositions(a: string, b: string, lengthA: number): number {
  let count = 0
  for (let i = 0, j = 0; i < lengthA; i++) {
    if (!takenA[i]) continue
    while (!takenB[j]) j++
    if (a.charCodeAt(i) !== b.charCodeAt(j)) count++
    j++
  }
  return count
}
