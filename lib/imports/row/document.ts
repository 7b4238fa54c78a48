import { CNPJ_LENGTH, CPF_LENGTH, isTaxId, normalizeTaxId, type TaxIdType } from '@/lib/values/tax-id'
import type { RowReader } from './reader'
import type { Candidate } from './types'

const LENGTH: Record<TaxIdType, number> = { cpf: CPF_LENGTH, cnpj: CNPJ_LENGTH }

/** A large number in the notation of a spreadsheet that lost its last digits. */
const SCIENTIFIC = /^\d([.,]\d+)?E\+?\d+$/i

type Read = { type: TaxIdType; number: string; padded: boolean }

/** The row's CPF or CNPJ. The check digits decide which; the column says which to try first. */
export function readDocument(row: RowReader): Candidate['document'] {
  const columns = (['cnpj', 'cpf', 'document'] as const).filter((target) => row.text(target))
  const read = columns.map((target) => readColumn(row, target)).filter((r) => r !== null)
  const [first, second] = read
  if (first && second && first.number !== second.number) row.problems.push({ code: 'two_documents' })
  return first ? { type: first.type, number: first.number } : null
}

function readColumn(row: RowReader, target: 'cpf' | 'cnpj' | 'document'): Read | null {
  const text = row.text(target)
  if (SCIENTIFIC.test(text)) {
    row.problem('document_scientific', target)
    return null
  }
  const number = normalizeTaxId(text)
  const read = candidates(target, number).find(({ type, number: n }) => isTaxId(type, n))
  if (!read)
    row.problem(
      number.length === CPF_LENGTH || number.length === CNPJ_LENGTH ? 'bad_check_digit' : 'bad_document',
      target,
    )
  else if (read.padded) row.hint('zeros_restored', target)
  return read ?? null
}

/** Spreadsheets remove leading zeros, so a number that is too short is tried with zeros in front. */
function candidates(target: 'cpf' | 'cnpj' | 'document', number: string): Read[] {
  const types: TaxIdType[] = target === 'cnpj' ? ['cnpj', 'cpf'] : ['cpf', 'cnpj']
  const whole = types.map((type) => ({ type, number, padded: false })).filter((c) => number.length === LENGTH[c.type])
  if (!/^\d+$/.test(number)) return whole
  const short = types.filter((type) => number.length < LENGTH[type])
  return [...whole, ...short.map((type) => ({ type, number: number.padStart(LENGTH[type], '0'), padded: true }))]
}
