import { parseEmail } from '@/lib/values/emails'
import { parsePhone } from '@/lib/values/phones'
import { withoutDecimals } from '@/lib/values/spreadsheet-numbers'
import { CNPJ_LENGTH, CPF_LENGTH, isTaxId, readTaxId, type TaxIdType } from '@/lib/values/tax-id'
import { CUSTOMER_TARGETS } from '../targets'
import type { CustomerKeys, PurchaseReader } from './types'

/** Reads what identifies the customer of a row. Without anything, the row is rejected. */
export function readCustomerKeys(row: PurchaseReader): CustomerKeys {
  const email = row.text('customerEmail')
  const phone = row.text('customerPhone')
  const keys: CustomerKeys = {
    externalId: row.text('customerId') || null,
    document: readDocument(row),
    email: email ? (parseEmail(email)?.normalized ?? null) : null,
    phone: phone ? (parsePhone(phone, row.plan.country)?.e164 ?? null) : null,
  }
  if (email && !keys.email) row.leaveOut('email_unreadable', 'customerEmail')
  if (phone && !keys.phone) row.leaveOut('phone_unreadable', 'customerPhone')
  if (Object.values(keys).every((key) => key === null) && !row.problems.length) {
    const mapped = CUSTOMER_TARGETS.find((target) => row.plan.at[target] !== undefined)
    row.problem('customer_missing', mapped ?? 'customerId')
  }
  return keys
}

/** The check digits decide whether it is a CPF or a CNPJ; spreadsheets remove leading zeros. */
function readDocument(row: PurchaseReader): CustomerKeys['document'] {
  const text = row.text('customerDocument')
  if (!text) return null
  const number = readTaxId(withoutDecimals(text) ?? text) ?? ''
  const candidates: [TaxIdType, string][] = [
    ['cpf', number.padStart(CPF_LENGTH, '0')],
    ['cnpj', number.padStart(CNPJ_LENGTH, '0')],
  ]
  const found = candidates.find(([type, digits]) => number && isTaxId(type, digits))
  if (found) return { type: found[0], number: found[1] }
  row.problem('bad_document', 'customerDocument')
  return null
}
