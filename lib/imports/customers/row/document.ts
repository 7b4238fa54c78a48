import { isScientific, withoutDecimals } from '@/lib/values/spreadsheet-numbers'
import { CNPJ_LENGTH, CPF_LENGTH, isFillerTaxId, isTaxId, readTaxId, type TaxIdType } from '@/lib/values/tax-id'
import { isFiller } from '../../row/cell'
import type { Candidate, CustomerRow } from './types'

const LENGTH: Record<TaxIdType, number> = { cpf: CPF_LENGTH, cnpj: CNPJ_LENGTH }

type Column = 'cpf' | 'cnpj' | 'document'
type Read = { type: TaxIdType; number: string; padded: boolean }

/** The row's CPF or CNPJ. The check digits decide which; the column says which to try first. */
export function readDocument(row: CustomerRow): Candidate['document'] {
  const columns = (['cnpj', 'cpf', 'document'] as const).filter((target) => row.typed(target))
  const read = columns.map((target) => readColumn(row, target)).filter((r) => r !== null)
  const [first, second] = read
  if (first && second && first.number !== second.number) row.problems.push({ code: 'two_documents' })
  return first ? { type: first.type, number: first.number } : null
}

/** An invalid number rejects the row, because a document identifies a customer. A placeholder is only left out. */
function readColumn(row: CustomerRow, target: Column): Read | null {
  const text = row.typed(target)
  const whole = withoutDecimals(text)
  const number = readTaxId(whole ?? text)
  if (isFiller(text) || (number && isFillerTaxId(number))) {
    row.leaveOut('document_filler', target)
    return null
  }
  const read = number ? candidates(target, number).find((found) => isTaxId(found.type, found.number)) : undefined
  if (!read) {
    row.problem(faultOf(target, text, number), target)
    return null
  }
  if (whole) row.hint('decimals_dropped', target)
  if (read.padded) row.hint('zeros_restored', target)
  return read
}

function faultOf(target: Column, text: string, number: string | null): string {
  if (isScientific(text)) return 'document_scientific'
  if (!/\d/.test(text)) return target === 'document' ? 'bad_document' : `not_a_${target}`
  return number?.length === CPF_LENGTH || number?.length === CNPJ_LENGTH ? 'bad_check_digit' : 'bad_document'
}

/** Spreadsheets remove leading zeros, so a number that is too short is tried with zeros in front. */
function candidates(target: Column, number: string): Read[] {
  const types: TaxIdType[] = target === 'cnpj' ? ['cnpj', 'cpf'] : ['cpf', 'cnpj']
  const whole = types.map((type) => ({ type, number, padded: false })).filter((c) => number.length === LENGTH[c.type])
  if (!/^\d+$/.test(number)) return whole
  const short = types.filter((type) => number.length < LENGTH[type])
  return [...whole, ...short.map((type) => ({ type, number: number.padStart(LENGTH[type], '0'), padded: true }))]
}
