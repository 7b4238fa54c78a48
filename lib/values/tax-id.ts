import { plainText } from './visible-text'

/** Brazilian tax ids. Always text: a CNPJ may contain letters since July 2026, and both may start with zeros. */
export type TaxIdType = 'cpf' | 'cnpj'

export const CPF_LENGTH = 11
export const CNPJ_LENGTH = 14
/** The length of a CPF without its check digits. */
export const CPF_ROOT_LENGTH = 9
/** The length of a company's root; the branch and the check digits follow it. */
export const CNPJ_ROOT_LENGTH = 8

const CPF = /^\d{11}$/
const CNPJ = /^[0-9A-Z]{12}\d{2}$/
const ONE_CHARACTER = /^(.)\1*$/

/** Upper case letters and digits only, as documents are stored. Never reduced to digits. */
export const normalizeTaxId = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

const LABEL =
  /^(?:cpf|cnpj|cgc|cic|doc|documento)(?:\s*\/\s*(?:cpf|cnpj))?\b\s*(?:n[ºo°.]{0,2}|num(?:ero)?)?\s*[:.#-]*\s*/i
const MASKED = /^[0-9A-Z]+(?:[ ./-]{1,3}[0-9A-Z]+)*$/
/** The end of a decimal number. No formatted tax id ends like this. */
const DECIMAL_END = /[.,]\d$/

/**
 * Returns the number in a text without its punctuation and the name of the document (`CPF: 111.444.777-35`). Null if the text contains
 * anything else: no character is removed to make a number valid.
 */
export function readTaxId(text: string): string | null {
  const written = plainText(text).toUpperCase()
  const bare = written.replace(LABEL, '')
  const number = isWritten(written) && isCnpj(normalizeTaxId(written)) ? written : bare
  return isWritten(number) ? normalizeTaxId(number) : null
}

const isWritten = (text: string) => MASKED.test(text) && !DECIMAL_END.test(text)

/** Whether a number is one repeated digit, which people type instead of a number: `000.000.000-00`. */
export const isFillerTaxId = (number: string): boolean => ONE_CHARACTER.test(number) && /^\d+$/.test(number)

/** A character counts as its ASCII code minus 48: 0–9 are themselves and A is 17 (Receita Federal, IN RFB 2.229/2024). */
function checkDigit(characters: string, weights: readonly number[]): string {
  const sum = weights.reduce((total, weight, at) => total + weight * (characters.charCodeAt(at) - 48), 0)
  const rest = sum % 11
  return String(rest < 2 ? 0 : 11 - rest)
}

function checkDigits(base: string, weights: readonly number[]): string {
  const first = checkDigit(base, weights.slice(1))
  return first + checkDigit(base + first, weights)
}

const CPF_WEIGHTS = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
const CNPJ_WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]

/** The check digits for the first nine digits. */
export const cpfCheckDigits = (base: string): string => checkDigits(base, CPF_WEIGHTS)

/** The check digits for the first twelve characters, in upper case. */
export const cnpjCheckDigits = (base: string): string => checkDigits(base, CNPJ_WEIGHTS)

/** Expects the normalised number. A CPF of one repeated digit passes the sums but is invalid. */
export const isCpf = (number: string): boolean =>
  CPF.test(number) && !ONE_CHARACTER.test(number) && cpfCheckDigits(number.slice(0, 9)) === number.slice(9)

/** Expects the normalised number. */
export const isCnpj = (number: string): boolean =>
  CNPJ.test(number) && !ONE_CHARACTER.test(number) && cnpjCheckDigits(number.slice(0, 12)) === number.slice(12)

export const isTaxId = (type: TaxIdType, number: string): boolean => (type === 'cpf' ? isCpf(number) : isCnpj(number))

/** Which tax id a normalised number is, by its length and check digits; null when it is neither. */
export function taxIdTypeOf(number: string): TaxIdType | null {
  if (isCpf(number)) return 'cpf'
  return isCnpj(number) ? 'cnpj' : null
}

/** `111.444.777-35`, `12.ABC.345/01DE-35`; other documents and unexpected lengths stay unchanged. */
export function formatIdDocument(type: string | null, number: string): string {
  if (type === 'cpf' && number.length === CPF_LENGTH) return number.replace(/^(.{3})(.{3})(.{3})(.{2})$/, '$1.$2.$3-$4')
  if (type === 'cnpj' && number.length === CNPJ_LENGTH)
    return number.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
  return number
}
