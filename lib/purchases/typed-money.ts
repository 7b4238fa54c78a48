import type { WriteCtx } from '@/lib/kernel/context'
import { invalid } from '@/lib/kernel/result'
import { decimalMarkOf, parseMoney } from '@/lib/values/parse-money'

/**
 * Parses an amount that a person typed in their language. Refusals, at `field`: the problems of `parseMoney`, `purchases.negative`, and
 * `purchases.zero` unless zero is allowed.
 */
export function typedMoney(
  { viewer }: WriteCtx,
  field: string,
  text: string,
  { currency, allowsZero = false }: { currency: string; allowsZero?: boolean },
) {
  const parsed = parseMoney(text, { currency, decimalMark: decimalMarkOf(viewer.locale) })
  if (!parsed.ok) return invalid({ [field]: `purchases.${parsed.problem}` })
  const { amount } = parsed.money
  if (amount < 0) return invalid({ [field]: 'purchases.negative' })
  if (amount === 0 && !allowsZero) return invalid({ [field]: 'purchases.zero' })
  return { ok: true as const, amount }
}
