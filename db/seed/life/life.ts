import type {
  contactPoints,
  contactPointVersions,
  consents,
  customers,
  documentKits,
  documents,
  externalIds,
  fieldValidations,
  interactions,
  messages,
  notes,
  sendDocuments,
  sends,
  suppressions,
} from '@/db/schema'
import type { AuditEntry } from '@/lib/audit/record'
import { registrationOf, type Registration } from '@/lib/customers/changes'
import type { Telling } from '../calendar'
import type { DemoUser } from '../demo-users'
import type { DocumentText } from '../vocabulary/document-texts'
import type { Asked } from './acceptances'

/** When something happened and whose doing it was; null when it was no user's. */
export type Moment = { at: Date; by: DemoUser | null }

export type Happened = Omit<AuditEntry, 'customerId'> & { at: Date; actorId: string | null }
export type Point = typeof contactPoints.$inferSelect

/** Which of the demo's texts a document is; its PDF is drawn once for all that say the same. */
export type Paper = {
  customerId: string
  documentId: string
  text: DocumentText
  name: string
  archived: boolean
  createdAt: Date
}

/** A customer of the demo with everything below it, in the order it happened; `write.ts` puts many in at once. */
export type Life = {
  telling: Telling
  customer: typeof customers.$inferSelect
  points: Point[]
  versions: (typeof contactPointVersions.$inferSelect)[]
  consents: (typeof consents.$inferSelect)[]
  notes: (typeof notes.$inferSelect)[]
  externalIds: (typeof externalIds.$inferSelect)[]
  validations: (typeof fieldValidations.$inferSelect)[]
  kits: (typeof documentKits.$inferSelect)[]
  documents: (typeof documents.$inferSelect)[]
  papers: Paper[]
  acceptances: Asked[]
  messages: (typeof messages.$inferSelect)[]
  sends: (typeof sends.$inferSelect)[]
  interactions: (typeof interactions.$inferSelect)[]
  sendDocuments: (typeof sendDocuments.$inferSelect)[]
  suppressions: (typeof suppressions.$inferSelect)[]
  history: Happened[]
}

const UNKNOWN: Omit<Registration, 'kind' | 'name'> = {
  preferredName: null,
  documentType: null,
  documentNumber: null,
  documentCountry: null,
  birthOn: null,
  sex: null,
  registeredOn: null,
  storeId: null,
  registeredBy: null,
  howMet: null,
  remarks: null,
}

export type Known = Pick<Registration, 'kind' | 'name'> & Partial<Registration>
type Beginning = Moment & { id: string; known: Known; event?: 'customer.created' | 'customer.imported' }

export function begin(telling: Telling, { id, known, at, by, event = 'customer.created' }: Beginning): Life {
  const registration = { ...UNKNOWN, ...known }
  const customer = {
    ...registration,
    ...neverTouched,
    id,
    attributes: {},
    createdAt: at,
    createdBy: by?.id ?? null,
    updatedAt: at,
    lastActivityAt: at,
  }
  const life: Life = {
    telling,
    customer,
    points: [],
    versions: [],
    consents: [],
    notes: [],
    externalIds: [],
    validations: [],
    kits: [],
    documents: [],
    papers: [],
    acceptances: [],
    messages: [],
    sends: [],
    interactions: [],
    sendDocuments: [],
    suppressions: [],
    history: [],
  }
  tell(life, { at, by }, { event, before: null, after: registrationOf(registration) })
  return life
}

const neverTouched = {
  lastPurchaseOn: null,
  rating: null,
  assignedUserId: null,
  lastInteractionAt: null,
  lastInteractionChannel: null,
  survivorId: null,
  version: 1,
}

/** Adds to the history alone. */
export function tell(life: Life, { at, by }: Moment, entry: Omit<AuditEntry, 'customerId'>): void {
  life.history.push({ ...entry, at, actorId: by?.id ?? null })
}

/** Merges a customer into another: nothing moves. */
export function absorb(absorbed: Life, { customer }: Life): void {
  absorbed.customer.survivorId = customer.id
}

/** What every change of a customer or its children does to the customer's own row. */
export function touch({ customer }: Life, at: Date): void {
  if (at > customer.updatedAt) customer.updatedAt = at
  if (at > customer.lastActivityAt) customer.lastActivityAt = at
}
