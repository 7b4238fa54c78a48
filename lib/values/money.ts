/** An amount of money: whole minor units (cents for BRL) of an ISO 4217 currency, so that sums are exact. */
export type Money = { amount: number; currency: string }

/** How many decimals a currency has: 2 for BRL, 0 for CLP, 3 for KWD. Throws a RangeError for text that is no currency code. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits!

/** Formats an amount in a language, such as `R$ 1.234,56`. */
export const formatMoney = ({ amount, currency }: Money, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(
    // A string keeps all digits, where a quotient of two numbers may not.
    decimalText(amount, decimalsOf(currency)) as Intl.StringNumericLiteral,
  )

/** The amount as decimal text with a point: 123456 with 2 decimals is `1234.56`. */
export function decimalText(amount: number, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = amount < 0 ? '-' : ''
  return decimals ? `${sign}${whole}.${digits.slice(-decimals)}` : `${sign}${whole}`
}
