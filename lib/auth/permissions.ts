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
  'history.read',
  'imports.run',
  'users.manage',
  'audit.read',
] as const

export type Permission = (typeof PERMISSIONS)[number]
export type Role = (typeof ROLES)[number]

const reading: Permission[] = ['customers.read', 'contacts.read', 'consents.read', 'notes.read']
const serving: Permission[] = [
  ...reading,
  'personal.reveal',
  'customers.create',
  'customers.edit',
  'customers.assign',
  'contacts.edit',
  'consents.edit',
  'notes.write',
  'history.read',
]

/** `personal.read` sees CPF, phones, e-mails and addresses in clear; `personal.reveal` sees one at a time, logged. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  admin: PERMISSIONS,
  manager: [...serving, 'imports.run'],
  agent: serving,
  seller: serving.filter((p) => p !== 'history.read'),
  compliance: [...reading, 'personal.read', 'personal.reveal', 'consents.edit', 'history.read', 'audit.read'],
  viewer: reading,
}
