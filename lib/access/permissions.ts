import type { ROLES } from '@/db/schema/users'

export type Role = (typeof ROLES)[number]

/**
 * Which role has which permission: `●` has it, `·` does not. Each row names the permission and says what it allows.
 * docs/operations.md shows the same table, and a test compares the two.
 */
export const ROLE_TABLE = [
  ['admin manager agent seller compliance viewer', 'permission', 'what it allows'],
  ['  ●      ●      ●     ●       ●         ●   ', 'customers.read', 'Finds customers and opens their profile.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'customers.create', 'Registers customers.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'customers.edit', 'Edits, rates and validates registrations.'],
  ['  ●      ●      ●     ·       ·         ·   ', 'customers.merge', 'Merges customers, undoes it, takes parts out.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'customers.assign', 'Reassigns customers assigned to them.'],
  ['  ●      ·      ·     ·       ·         ·   ', 'customers.assign_any', 'Assigns any customer.'],
  ['  ●      ·      ·     ·       ●         ·   ', 'personal.read', 'Sees tax ids and contacts in clear.'],
  ['  ●      ●      ●     ●       ●         ·   ', 'personal.reveal', 'Shows one value in clear, and is recorded.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'contacts.read', 'Sees contact points, masked.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'contacts.edit', 'Adds, changes and blocks contact points.'],
  ['  ●      ●      ·     ·       ·         ·   ', 'contacts.lift', 'Allows an address again after a bounce.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'consents.read', 'Sees contact preferences.'],
  ['  ●      ●      ●     ●       ●         ·   ', 'consents.edit', 'Records contact preferences.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'notes.read', 'Reads notes.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'notes.write', 'Writes notes.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'cases.read', 'Sees cases and their comments.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'cases.write', 'Opens, changes, assigns and comments on cases.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'purchases.read', 'Sees purchases, credits and their figures.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'purchases.edit', 'Records purchases, returns and credits.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'agenda.read', 'Sees reasons, contacts, reminders, reservations.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'agenda.work', 'Records contacts, reminders and reservations.'],
  [
    '  ●      ●      ·     ·       ·         ·   ',
    'agenda.manage',
    'Sees the agenda of other sellers, and its report.',
  ],
  ['  ●      ·      ·     ·       ·         ·   ', 'agenda.configure', 'Configures the rules of the agenda.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'dashboard.read', 'Sees numbers of cases and messages.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'attachments.read', 'Lists and downloads attachments.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'attachments.add', 'Attaches files.'],
  ['  ●      ●      ●     ·       ·         ·   ', 'attachments.delete', 'Deletes attachments.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'documents.read', 'Lists and downloads documents.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'documents.create', 'Writes letters and uploads documents.'],
  ['  ●      ●      ·     ·       ·         ·   ', 'documents.delete', 'Deletes documents.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'messages.send', 'Sends again, and requests acceptances.'],
  ['  ●      ●      ·     ·       ·         ·   ', 'messages.override', 'Sends against a preference, with a reason.'],
  ['  ●      ●      ·     ·       ·         ·   ', 'acceptances.approve', 'Approves acceptances for new addresses.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'interactions.read', 'Sees messages and what became of them.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'conversations.read', 'Reads conversations with customers.'],
  ['  ●      ·      ●     ·       ·         ·   ', 'conversations.assign', 'Assigns messages that have no customer.'],
  ['  ●      ●      ●     ·       ●         ·   ', 'history.read', 'Reads the history of a customer.'],
  ['  ●      ●      ●     ●       ·         ·   ', 'outbox.read', 'Sees the outbox; of real mail, no text.'],
  ['  ●      ·      ·     ·       ·         ·   ', 'outbox.manage', 'Retries deliveries; reads real mail.'],
  ['  ●      ●      ●     ●       ●         ·   ', 'duplicates.read', 'Sees customers who may be the same one.'],
  ['  ●      ●      ●     ·       ·         ·   ', 'duplicates.decide', 'Decides that customers are different.'],
  ['  ●      ·      ·     ·       ·         ·   ', 'duplicates.configure', 'Switches automatic merging on and off.'],
  ['  ●      ●      ·     ·       ·         ·   ', 'journeys.manage', 'Edits journeys and their messages.'],
  [
    '  ●      ●      ●     ●       ·         ·   ',
    'pipeline.edit',
    'Changes the status of customers, or schedules it.',
  ],
  ['  ●      ·      ·     ·       ·         ·   ', 'pipeline.configure', 'Configures the sub-statuses of customers.'],
  ['  ●      ●      ●     ●       ●         ●   ', 'acquisition.read', 'Sees how customers came to the company.'],
  ['  ●      ·      ·     ·       ·         ·   ', 'cases.configure', 'Configures the states of cases.'],
  ['  ●      ·      ·     ·       ·         ·   ', 'relationships.configure', 'Configures the tags of relationships.'],
  ['  ●      ●      ·     ·       ·         ·   ', 'imports.run', 'Runs imports.'],
  ['  ●      ●      ·     ·       ·         ·   ', 'views.share', 'Shares saved views with a role.'],
  ['  ●      ●      ·     ·       ●         ·   ', 'exports.create', 'Exports lists of customers to files.'],
  ['  ●      ·      ·     ·       ·         ·   ', 'users.manage', 'Invites, changes and deactivates users.'],
  ['  ●      ·      ·     ·       ●         ·   ', 'audit.read', 'Reads the history of the whole portal.'],
] as const

const [HEADER, ...ROWS] = ROLE_TABLE

export type Permission = (typeof ROWS)[number][1]

export const PERMISSIONS: readonly Permission[] = ROWS.map(([, permission]) => permission)

/** The words of a row's first cell: the roles in the header, the marks in the other rows. */
export const cellsOf = (columns: string): string[] => columns.trim().split(/\s+/)

const granted = new Map(
  cellsOf(HEADER[0]).map((role, column) => [
    role,
    ROWS.filter(([marks]) => cellsOf(marks)[column] === '●').map(([, permission]) => permission),
  ]),
)

export const permissionsOf = (role: Role): readonly Permission[] => granted.get(role) ?? []
