import { randomUUID } from 'node:crypto'
import { newToken } from '@/lib/values/tokens'

/** `mixed`: the id of a customer in scope together with ids of records of a customer out of scope. */
export type Kind = 'own' | 'foreign' | 'absent' | 'mixed'

// Each action that changes a record permanently gets a separate record, which is named after the action.
export const POINTS = ['change', 'retire', 'restore', 'block', 'reason', 'allow', 'primary', 'lift'] as const
export const DOCUMENTS = ['delete', 'resend', 'accept', 'request', 'signed', 'archived'] as const
export const SENDS = ['plain', 'withDocuments'] as const
export const IMPORTS = ['map', 'start', 'pause', 'resume', 'cancel', 'review', 'undo'] as const
export const EXPORTS = ['delete', 'cancel'] as const
export const VIEWS = ['change', 'delete'] as const
export const CHANGES = ['change', 'retire'] as const
export const ATTACHMENTS = ['open', 'delete'] as const
export const CASES = ['change', 'move', 'take', 'assign', 'comment', 'link', 'unlink'] as const
export const AGENDA_CONTACTS = ['reason', 'open', 'record', 'reminder', 'reservation'] as const
export const REASONS = ['start', 'record', 'cancel'] as const
export const INTERACTIONS = ['change', 'close'] as const
export const REMINDERS = ['change', 'complete', 'cancel'] as const
export const RESERVATIONS = ['confirm', 'cancel'] as const
export const AGENDA_RULES = ['change', 'enable', 'disable', 'retire'] as const
export const STATES = ['rename', 'move', 'retire', 'restore'] as const
export const ACCOUNTS = ['change', 'unlink', 'relink', 'linkTo'] as const
export const PURCHASES = ['open', 'situation', 'return', 'exclusion', 'earn', 'use', 'credit'] as const
export const RELATED = ['add', 'change', 'remove', 'restore'] as const
export const DUPLICATES = ['open', 'dismiss', 'dismissSeveral', 'reopen'] as const
export const MERGES = ['otherId', 'recordId', 'mergeId', 'noteId', 'excludedNoteId'] as const
export const TAGS = ['change', 'retire', 'restore'] as const
export const CONVERSATIONS = ['reply', 'close', 'reopen'] as const
export const DELIVERIES = ['play', 'retry', 'carried'] as const
export const ACCEPTANCES = ['code', 'accept', 'refuse'] as const
/** Requests to accept a document, for the actions of staff. */
export const REQUESTS = ['approve', 'decline', 'cancel', 'deadline', 'resend'] as const
/** All kinds of links that the portal sends, one for each public route. */
export const LINKS = ['acceptance', 'documents', 'unsubscribe', 'archive', 'invitation'] as const

export type LinkKind = (typeof LINKS)[number]
type Ids<Uses extends readonly string[]> = Record<Uses[number], string>

/** The ids and tokens that a request can contain in its fields and its path. */
export type RecordIds = {
  kind: Kind
  customerId: string
  version: string
  externalId: string
  storeId: string
  points: Ids<typeof POINTS>
  imports: Ids<typeof IMPORTS>
  views: Ids<typeof VIEWS>
  exports: Ids<typeof EXPORTS>
  kitId: string
  documents: Ids<typeof DOCUMENTS>
  sends: Ids<typeof SENDS>
  attachments: Ids<typeof ATTACHMENTS>
  cases: Ids<typeof CASES>
  /** A reason, two open contacts of a seller, a reminder and a reservation. */
  agendaContacts: Ids<typeof AGENDA_CONTACTS>
  reasons: Ids<typeof REASONS>
  agendaInteractions: Ids<typeof INTERACTIONS>
  reminders: Ids<typeof REMINDERS>
  reservations: Ids<typeof RESERVATIONS>
  agendaRules: Ids<typeof AGENDA_RULES>
  conversations: Ids<typeof CONVERSATIONS>
  /** Messages without a customer. */
  inboundEventId: string
  caseStates: Ids<typeof STATES>
  subStatuses: Ids<typeof STATES>
  /** A scheduled change of status of the related customer `change`. */
  scheduleId: string
  accounts: Ids<typeof ACCOUNTS>
  /** A purchase for each action, and a credit. */
  purchases: Ids<typeof PURCHASES>
  /** Other customers, related or not. */
  related: Ids<typeof RELATED>
  /** Other customers who are probably the same one. */
  duplicates: Ids<typeof DUPLICATES>
  /** A record that was merged into the customer, two of its notes, and another customer to merge. */
  merges: Ids<typeof MERGES>
  tags: Ids<typeof TAGS>
  journeys: Ids<typeof CHANGES>
  journeyMessages: Ids<typeof CHANGES>
  deliveries: Ids<typeof DELIVERIES>
  requests: Ids<typeof REQUESTS>
  /** Tokens of acceptances without an answer. */
  acceptances: Ids<typeof ACCEPTANCES>
  /** Tokens of valid links. The acceptance is accepted and has its final document. */
  links: Ids<typeof LINKS>
  /** Tokens of expired links to the same records. */
  expiredLinks: Ids<typeof LINKS>
  userId: string
  sessionId: string
  email: string
}

export type Planted = Record<Kind, RecordIds>

const randomId = () => randomUUID()

/** Returns ids and tokens of records that do not exist. */
export function absentRecords(): RecordIds {
  return {
    kind: 'absent',
    customerId: randomId(),
    version: '1',
    externalId: 'ninguém',
    storeId: randomId(),
    points: each(POINTS, randomId),
    imports: each(IMPORTS, randomId),
    views: each(VIEWS, randomId),
    exports: each(EXPORTS, randomId),
    kitId: randomId(),
    documents: each(DOCUMENTS, randomId),
    sends: each(SENDS, randomId),
    attachments: each(ATTACHMENTS, randomId),
    accounts: each(ACCOUNTS, randomId),
    purchases: each(PURCHASES, randomId),
    cases: each(CASES, randomId),
    agendaContacts: each(AGENDA_CONTACTS, randomId),
    reasons: each(REASONS, randomId),
    agendaInteractions: each(INTERACTIONS, randomId),
    reminders: each(REMINDERS, randomId),
    reservations: each(RESERVATIONS, randomId),
    agendaRules: each(AGENDA_RULES, randomId),
    conversations: each(CONVERSATIONS, randomId),
    inboundEventId: randomId(),
    caseStates: each(STATES, randomId),
    subStatuses: each(STATES, randomId),
    scheduleId: randomId(),
    related: each(RELATED, randomId),
    duplicates: each(DUPLICATES, randomId),
    merges: each(MERGES, randomId),
    tags: each(TAGS, randomId),
    journeys: each(CHANGES, randomId),
    journeyMessages: each(CHANGES, randomId),
    deliveries: each(DELIVERIES, randomId),
    requests: each(REQUESTS, randomId),
    acceptances: each(ACCEPTANCES, newToken),
    links: each(LINKS, newToken),
    expiredLinks: each(LINKS, newToken),
    userId: randomId(),
    sessionId: randomId(),
    email: 'ninguem@example.com',
  }
}

/** Calls `make` for each use. Returns the results by use. */
export const each = <Use extends string, T>(uses: readonly Use[], make: (use: Use) => T) =>
  Object.fromEntries(uses.map((use) => [use, make(use)])) as Record<Use, T>

/** Calls `make` for each use, one after the other. Returns the results by use. */
export async function eachInTurn<Use extends string, T>(
  uses: readonly Use[],
  make: (use: Use) => Promise<T>,
): Promise<Record<Use, T>> {
  const made: [Use, T][] = []
  for (const use of uses) made.push([use, await make(use)])
  return Object.fromEntries(made) as Record<Use, T>
}
