import { isTaxId, normalizeTaxId, readTaxId } from '@/lib/values/tax-id'

const FORMS: Record<string, RegExp> = { cpf: /^\d{11}$/, cnpj: /^[0-9A-Z]{12}\d{2}$/ }
const ANY_FORM = /^[0-9A-Z]{3,20}$/

export type DocumentProblem = 'document_type_missing' | 'bad_document' | 'bad_check_digit'

/** The problem of a typed document, or null; the server and the form use the same check. */
export function documentProblem(type: string | null, typed: string): DocumentProblem | null {
  if (!typed.trim()) return null
  const number = FORMS[type ?? ''] ? (readTaxId(typed) ?? '') : normalizeTaxId(typed)
  if (!type) return 'document_type_missing'
  if (!(FORMS[type] ?? ANY_FORM).test(number)) return 'bad_document'
  return (type === 'cpf' || type === 'cnpj') && !isTaxId(type, number) ? 'bad_check_digit' : null
}
