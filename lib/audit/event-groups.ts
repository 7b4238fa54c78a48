import { BULK_EVENT, EVENTS, type AuditEvent } from './events'

/** The groups of the filter, each with the first parts of its events. */
const PREFIXES = {
  customers: ['customer', 'acquisition', 'pipeline_sub_status'],
  contacts: ['contact'],
  consents: ['consent'],
  notes: ['note'],
  cases: ['case', 'case_state'],
  agenda: ['agenda_reason', 'agenda_interaction', 'agenda_rule', 'agenda_settings', 'reminder', 'reservation'],
  purchases: ['purchase', 'credit'],
  accounts: ['customer_account'],
  relationships: ['relationship', 'relationship_tag'],
  duplicates: ['duplicate', 'duplicate_rule'],
  documents: ['document', 'attachment', 'upload'],
  acceptances: ['acceptance'],
  messages: ['message', 'conversation', 'delivery'],
  journeys: ['journey'],
  imports: ['import', 'purchase_import'],
  reports: ['saved_view', 'export'],
  users: ['user', 'account', 'session'],
  access: ['access', 'personal', 'search', 'audit'],
} as const

export type EventGroup = keyof typeof PREFIXES
export const EVENT_GROUPS = Object.keys(PREFIXES) as EventGroup[]

const isIn = (group: EventGroup, event: string) => PREFIXES[group].some((prefix) => event.startsWith(`${prefix}.`))

export const groupOf = (event: AuditEvent): EventGroup => EVENT_GROUPS.find((group) => isIn(group, event))!

/** The value of the filter for all events of a group. */
export const everyEventOf = (group: EventGroup) => `all:${group}` as const

/** The events of a filter: one event, or those of a group without the rows of imports. Undefined for any other text. */
export function eventsOf(filter: string | undefined): AuditEvent[] | undefined {
  const exact = EVENTS.find((event) => event === filter)
  if (exact) return [exact]
  const group = EVENT_GROUPS.find((one) => everyEventOf(one) === filter)
  return group && EVENTS.filter((event) => isIn(group, event) && event !== BULK_EVENT)
}
