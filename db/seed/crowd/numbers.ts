import { cnpjCheckDigits, cpfCheckDigits } from '@/lib/values/tax-id'
import type { Dice } from '../dice'

/** A CPF with right check digits, issued in a region; no one in particular's. */
export function cpfOf(dice: Dice, region: number): string {
  const base = dice.digits(8) + region
  return base + cpfCheckDigits(base)
}

export const cnpjOf = (root: string, branch: number): string => {
  const base = root + String(branch).padStart(4, '0')
  return base + cnpjCheckDigits(base)
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'

/** As given out since July 2026: letters anywhere before the check digits. */
export const alphanumericRoot = (dice: Dice) =>
  dice.digits(2) +
  dice.pick([...LETTERS]) +
  dice.digits(2) +
  dice.pick([...LETTERS]) +
  dice.pick([...LETTERS]) +
  dice.digits(1)

const MOBILE_STARTS = ['98765', '97654', '96543', '99876', '91234', '92345'] as const
const LANDLINE_STARTS = ['3456', '2345', '3344', '4567'] as const

export const mobileOf = (dice: Dice, ddd: string) => `(${ddd}) ${dice.pick(MOBILE_STARTS)}-${dice.digits(4)}`

export const landlineOf = (dice: Dice, ddd: string) => `(${ddd}) ${dice.pick(LANDLINE_STARTS)}-${dice.digits(4)}`

/** Modulo 11 with weights 2 to 7 from the right; 10 is written K. */
export function rutOf(base: string): string {
  const sum = [...base].reverse().reduce((total, digit, at) => total + Number(digit) * (2 + (at % 6)), 0)
  const digit = 11 - (sum % 11)
  return base + (digit === 11 ? '0' : digit === 10 ? 'K' : String(digit))
}
