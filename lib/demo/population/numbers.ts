import { cnpjCheckDigits, cpfCheckDigits } from '@/lib/values/tax-id'
import type { Random } from '@/lib/values/random'

/** A random CPF with valid check digits, issued in a region. */
export function cpfOf(random: Random, region: number): string {
  const base = random.digits(8) + region
  return base + cpfCheckDigits(base)
}

export const cnpjOf = (root: string, branch: number): string => {
  const base = root + String(branch).padStart(4, '0')
  return base + cnpjCheckDigits(base)
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The root of a CNPJ in the format used since July 2026, which may have letters before the check digits. */
export const alphanumericRoot = (random: Random) =>
  random.digits(2) +
  random.pick([...LETTERS]) +
  random.digits(2) +
  random.pick([...LETTERS]) +
  random.pick([...LETTERS]) +
  random.digits(1)

const MOBILE_STARTS = ['98765', '97654', '96543', '99876', '91234', '92345'] as const
const LANDLINE_STARTS = ['3456', '2345', '3344', '4567'] as const

export const mobileOf = (random: Random, ddd: string) => `(${ddd}) ${random.pick(MOBILE_STARTS)}-${random.digits(4)}`

export const landlineOf = (random: Random, ddd: string) =>
  `(${ddd}) ${random.pick(LANDLINE_STARTS)}-${random.digits(4)}`

/** Modulo 11 with weights 2 to 7 from the right; 10 is written K. */
export function rutOf(base: string): string {
  const sum = [...base].reverse().reduce((total, digit, at) => total + Number(digit) * (2 + (at % 6)), 0)
  const digit = 11 - (sum % 11)
  return base + (digit === 11 ? '0' : digit === 10 ? 'K' : String(digit))
}
