import type { AuditEvent } from '@/lib/audit/events'
import type { Registration } from '@/lib/customers/changes'

/** The fields of a customer's history that can be restored, and the columns that go back together. */
const COLUMNS = {
  name: ['name'],
  preferredName: ['preferredName'],
  documentNumber: ['documentType', 'documentNumber', 'documentCountry'],
  birthOn: ['birthOn'],
  sex: ['sex'],
  registeredOn: ['registeredOn'],
  storeId: ['storeId'],
  registeredBy: ['registeredBy'],
  howMet: ['howMet'],
  remarks: ['remarks'],
} as const satisfies Record<string, readonly (keyof Registration)[]>

export type RestorableField = keyof typeof COLUMNS

export const RESTORABLE_FIELDS = Object.keys(COLUMNS) as [RestorableField, ...RestorableField[]]

/** The events that change registration values. */
export const RESTORABLE_EVENTS: readonly AuditEvent[] = [
  'customer.changed',
  'customer.renamed',
  'customer.imported',
  'customer.import_undone',
]

export const isRestorableField = (field: string): field is RestorableField => Object.hasOwn(COLUMNS, field)

export const columnsOf = (field: RestorableField): readonly (keyof Registration)[] => COLUMNS[field]

/** Whether a change in the history can be offered for restoring; whether it still can be, is checked again later. */
export const isRestorable = (event: string, field: string, before: string | null): boolean =>
  (RESTORABLE_EVENTS as readonly string[]).includes(event) &&
  isRestorableField(field) &&
  (before !== null || (field !== 'name' && field !== 'documentNumber'))
