import type { AuditEntry } from '@/lib/audit/record'
import type { OptOut } from '../row/types'
import type { TargetCustomer } from './target'

type Values = Record<string, unknown>

/** The old and new values of the registration fields that changed; null when no field changed. */
export function changesOf(customer: TargetCustomer): { before: Values; after: Values } | null {
  const { before: person, fields, attributes, document } = customer
  if (!person) return null
  const after: Values = Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => person[key as keyof typeof fields] !== value),
  )
  const before: Values = Object.fromEntries(Object.keys(after).map((key) => [key, person[key as keyof typeof fields]]))
  if (document && isNewDocument(customer)) {
    const { documentType, documentNumber, documentCountry } = person
    Object.assign(before, { documentType, documentNumber, documentCountry })
    Object.assign(after, { documentType: document.type, documentNumber: document.number, documentCountry: 'BR' })
  }
  const names = Object.keys(attributes).filter((name) => person.attributes[name] !== attributes[name])
  if (names.length) {
    before.attributes = Object.fromEntries(names.map((name) => [name, person.attributes[name] ?? null]))
    after.attributes = Object.fromEntries(names.map((name) => [name, attributes[name]]))
  }
  return Object.keys(after).length ? { before, after } : null
}

/** Whether a customer that exists gains a document, or gets another one by the decision of a person. */
export const isNewDocument = ({ before, document }: TargetCustomer): boolean =>
  Boolean(document && before && (document.number !== before.documentNumber || document.type !== before.documentType))

/** One `customer.imported` entry, one `contact.added` for each point that an existing customer gained, and one for each opt-out. */
export function entriesOf(
  customer: TargetCustomer,
  importId: string,
  consentIds: ReadonlyMap<OptOut, string>,
): (AuditEntry & { customerId: string })[] {
  const { id: customerId, created, row } = customer
  const imported = {
    event: 'customer.imported' as const,
    customerId,
    details: { importId, row, created },
    ...changesOf(customer),
  }
  const points = created ? [] : customer.points
  return [
    imported,
    ...points.map(({ id, channel, value }) => ({
      event: 'contact.added' as const,
      customerId,
      subject: `point:${id}`,
      after: { value },
      details: { channel, importId },
    })),
    ...customer.optOuts.map((optOut) => ({
      event: 'consent.cancelled' as const,
      customerId,
      subject: `consent:${consentIds.get(optOut)}`,
      before: null,
      after: { reason: optOut.reason },
      details: { preference: optOut.preference, purpose: optOut.purpose, origin: 'import', importId },
    })),
  ]
}
