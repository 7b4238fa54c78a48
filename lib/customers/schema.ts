import { z } from 'zod'
import { CUSTOMER_KINDS, DOCUMENT_TYPES, SEXES } from '@/db/schema/customers'
import { normalizeTaxId, readTaxId } from '@/lib/values/tax-id'
import { optionalDay, optionalId, optionalText, requiredText, uuid, version } from '@/lib/values/fields'
import { visibleText } from '@/lib/values/visible-text'
import { documentProblem } from './document-problem'
import { REGISTRATION_FIELDS } from './fields'

const optionalOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .union([z.literal(''), z.enum(values)], { error: 'invalid' })
    .nullish()
    .transform((v) => (v || null) as T[number] | null)

/** Removes invisible characters, because a search would not find a name that contains them. */
const visible = (value: unknown) => (typeof value === 'string' ? visibleText(value) : value)

/** The fields of a registration. */
export const registrationFields = {
  kind: z.enum(CUSTOMER_KINDS, { error: 'required' }),
  name: z.preprocess(visible, requiredText(200)),
  preferredName: z.preprocess(visible, optionalText(200)),
  documentType: optionalOf(DOCUMENT_TYPES),
  documentNumber: optionalText(40),
  documentCountry: z
    .union([z.literal(''), z.string().regex(/^[A-Za-z]{2}$/, 'invalid')])
    .nullish()
    .transform((v) => v?.toUpperCase() || null),
  birthOn: optionalDay.refine((day) => !day || day <= today(), 'customers.future_date'),
  sex: optionalOf(SEXES),
  registeredOn: optionalDay,
  storeId: optionalId,
  registeredBy: optionalId,
  howMet: optionalText(200),
  remarks: optionalText(4000),
}

type Document = { documentType: string | null; documentNumber: string | null; documentCountry: string | null }

/** Checks the format and, for CPF and CNPJ, the check digits; a number needs a type. */
export function checkDocument({ documentType, documentNumber }: Document, context: z.RefinementCtx) {
  const problem = documentNumber && documentProblem(documentType, documentNumber)
  if (problem) context.addIssue({ code: 'custom', path: ['documentNumber'], message: `customers.${problem}` })
}

export function wholeDocument<T extends Document>(value: T): T {
  const { documentType: type, documentNumber: number } = value
  if (!type || !number)
    return { ...value, documentType: number ? type : null, documentNumber: null, documentCountry: null }
  const country = type === 'cpf' || type === 'cnpj' ? 'BR' : value.documentCountry
  return { ...value, documentNumber: readTaxId(number) ?? normalizeTaxId(number), documentCountry: country }
}

/** A new customer, as typed in the form. */
export const newCustomer = z.strictObject(registrationFields).superRefine(checkDocument).transform(wholeDocument)

/**
 * An edit of the registration. A viewer who cannot see the document leaves it empty to keep it:
 * a null `documentNumber` then means "unchanged", which `commands/edit.ts` decides.
 */
export const customerEdit = z
  .strictObject({ ...registrationFields, customerId: uuid, version })
  .superRefine(checkDocument)
  .transform((value) => ({ ...value, typedDocument: value.documentNumber !== null, ...wholeDocument(value) }))

export const rename = z.strictObject({ customerId: uuid, version, name: requiredText(200) })

export const rating = z.strictObject({
  customerId: uuid,
  rating: z
    .string()
    .regex(/^[0-5]$/, 'invalid')
    .transform(Number),
})

/** An empty user removes the assignment. */
export const assignment = z.strictObject({ customerId: uuid, userId: optionalId })

export const validation = z.strictObject({ customerId: uuid, field: z.enum(['all', ...REGISTRATION_FIELDS]) })

const today = () => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)
