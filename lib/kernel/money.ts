/** An amount in the currency's minor unit (cents), never a float. */
export type Money = { minor: bigint; currency: string }

export const money = (minor: bigint | number, currency = 'BRL'): Money => ({ minor: BigInt(minor), currency })

export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`cannot add ${b.currency} to ${a.currency}`)
  return { minor: a.minor + b.minor, currency: a.currency }
}
