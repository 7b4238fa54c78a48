/** All events of the history: the aggregate, then a verb in the past tense. The labels are under `auditEvents` in the texts of each subject. */
export const EVENTS = [
  'customer.created',
  'customer.imported',
  'customer.import_undone',
  'customer.removed',
  'customer.changed',
  'customer.renamed',
  'customer.rated',
  'customer.assigned',
  'customer.validated',
  'customer.merged',
  'personal.revealed',
  'contact.added',
  'contact.changed',
  'contact.retired',
  'contact.restored',
  'contact.blocked',
  'contact.allowed',
  'contact.made_primary',
  'contact.dropped_primary',
  'contact.suppression_lifted',
  'consent.accepted',
  'consent.cancelled',
  'note.written',
  'document.kit_created',
  'document.viewed',
  'document.downloaded',
  'document.requested',
  'document.deleted',
  'message.sent',
  'message.resent',
  'message.withheld',
  'acceptance.requested',
  'acceptance.approval_requested',
  'acceptance.approved',
  'acceptance.declined',
  'acceptance.resent',
  'acceptance.deadline_changed',
  'acceptance.accepted',
  'acceptance.refused',
  'acceptance.expired',
  'acceptance.seal_failed',
  'acceptance.cancelled',
  'delivery.retried',
  'delivery.played',
  'journey.created',
  'journey.changed',
  'journey.retired',
  'access.denied',
  'user.invited',
  'user.changed',
  'user.deactivated',
  'user.reactivated',
  'user.password_set',
  'user.password_reset_requested',
  'user.second_factor_added',
  'user.second_factor_removed',
  'user.recovery_code_used',
  'user.identity_linked',
  'user.identity_unlinked',
  'session.started',
  'session.ended',
  'session.refused',
  'account.changed',
  'account.budget_used_up',
  'search.unusual',
  'audit.exported',
  'import.uploaded',
  'import.started',
  'import.paused',
  'import.resumed',
  'import.cancelled',
  'import.finished',
  'import.row_accepted',
  'import.row_refused',
  'import.undo_started',
  'import.undone',
] as const

export type AuditEvent = (typeof EVENTS)[number]

/** Whether an event never belongs to a customer, so that it is always in the system chain. */
export const isOfSystem = (event: string): boolean =>
  /^(user|session|account|import|journey|search|audit)\./.test(event)

/** The events of customers. */
export const CUSTOMER_EVENTS: readonly AuditEvent[] = EVENTS.filter((event) => !isOfSystem(event))

/** One import writes it for each of up to a million customers, so the indexes over all events leave it out and `import.finished` represents it. */
export const BULK_EVENT = 'customer.imported' satisfies AuditEvent

/** The chain of events without a customer. */
export const SYSTEM_CHAIN = '00000000-0000-0000-0000-000000000000'
