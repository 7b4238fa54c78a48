/**
 * Divides whole numbers exactly and rounds to `decimals` decimals, half away from zero. Null for a division by zero. The result is a whole
 * number of units of the last decimal.
 */
export function dividedBy(dividend: number, divisor: number, decimals = 0): number | null {
  if (divisor === 0) return null
  const scaled = BigInt(dividend) * 10n ** BigInt(decimals)
  const by = BigInt(divisor)
  const [top, bottom] = [scaled < 0n ? -scaled : scaled, by < 0n ? -by : by]
  const rounded = (2n * top + bottom) / (2n * bottom)
  const result = Number(scaled < 0n === by < 0n ? rounded : -rounded)
  return result === 0 ? 0 : result
}
