import type { ROLES } from '@/db/schema/users'

/** The single list of what can be allowed. */
export const PERMISSIONS = [
  'customers.read',
  'customers.create',
  'customers.edit',
  'customers.assign',
  'customers.assign_any',
  'personal.read',
  'personal.reveal',
  'contacts.read',
  'contacts.edit',
  'consents.read',
  'consents.edit',
  'notes.read',
  'notes.write',
  'documents.read',
  'documents.create',
  'documents.delete',
  'messages.send',
  'messages.override',
  'interactions.read',
  'history.read',
  'outbox.read',
  'outbox.manage',
  'journeys.manage',
  'imports.run',
  'users.manage',
  'audit.read',
] as const

export type Permission = (typeof PERMISSIONS)[number]
export type Role = (typeof ROLES)[number]

const reading: Permission[] = [
  'customers.read',
  'contacts.read',
  'consents.read',
  'notes.read',
  'documents.read',
  'interactions.read',
]
const serving: Permission[] = [
  ...reading,
  'personal.reveal',
  'customers.create',
  'customers.edit',
  'customers.assign',
  'contacts.edit',
  'consents.edit',
  'notes.write',
  'documents.create',
  'messages.send',
  'outbox.read',
  'history.read',
]

/**
 * `messages.override` sends a service message against a customer's wish, with a reason; `outbox.manage` retries what could not be delivered.
 * `personal.read` sees CPF, phones, e-mails and addresses in clear; `personal.reveal` sees one at a time, logged.
 */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  admin: PERMISSIONS,
  manager: [...serving, 'imports.run', 'messages.override', 'documents.delete', 'journeys.manage'],
  agent: serving,
  seller: serving.filter((p) => p !== 'history.read'),
  compliance: [...reading, 'personal.read', 'personal.reveal', 'consents.edit', 'history.read', 'audit.read'],
  viewer: reading,
}
