import { DECIMALS } from './currencies'

/** An amount of money: whole minor units (cents for BRL) of an ISO 4217 currency, so that sums are exact. */
export type Money = { amount: number; currency: string }

/** How many decimals an amount of this currency has (ISO 4217, table A.1): 2 for BRL, 0 for CLP, 3 for KWD. */
export const decimalsOf = (currency: string): number => DECIMALS.get(currency) ?? 2

/** The amount as decimal text with a point: 123456 with 2 decimals is `1234.56`. */
export function decimalText(amount: number, decimals: number): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = amount < 0 ? '-' : ''
  return decimals ? `${sign}${whole}.${digits.slice(-decimals)}` : `${sign}${whole}`
}

const formats = new Map<string, Intl.NumberFormat>()

/** Formats an amount in a language, with all decimals of its currency, such as `R$ 1.234,56`. */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const key = `${locale} ${currency}`
  const format = formats.get(key) ?? newFormat(currency, locale)
  formats.set(key, format)
  // A string keeps all digits, where a quotient of two numbers may not.
  return format.format(decimalText(amount, decimalsOf(currency)) as Intl.StringNumericLiteral)
}

/** `Intl` has other decimals than ISO 4217 for some currencies, so they are set. */
function newFormat(currency: string, locale: string): Intl.NumberFormat {
  const decimals = decimalsOf(currency)
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits })
}
