import type { Permission } from './permissions'

/** Who may enter: `public` needs no session, `signed-in` needs one, the rest is a permission. */
export type Access = 'public' | 'signed-in' | Permission

/** Every page and route handler of the build, by its key in Next's app-paths manifest. A test holds this table against it. */
export const ENTRY_POINTS = {
  '/_not-found/page': 'public',
  '/_global-error/page': 'public',
  '/page': 'public',
  '/livez/route': 'public',
  '/readyz/route': 'public',
  '/styleguide/page': 'public',
  '/(public)/sign-in/page': 'public',
  '/api/auth/openid/route': 'public',
  '/api/auth/callback/oidc/route': 'public',
  '/(staff)/customers/page': 'customers.read',
  '/(staff)/customers/new/page': 'customers.create',
  '/(staff)/customers/[id]/page': 'customers.read',
  '/(staff)/customers/[id]/[section]/page': 'customers.read',
  '/(staff)/customers/[id]/registration/edit/page': 'customers.edit',
  '/(staff)/customers/[id]/contacts/new/page': 'contacts.edit',
  '/(staff)/customers/[id]/contacts/[pointId]/page': 'contacts.read',
  '/(staff)/customers/[id]/preferences/record/page': 'consents.edit',
} as const satisfies Record<string, Access>

export type EntryPoint = keyof typeof ENTRY_POINTS

export const accessTo = (entry: EntryPoint): Access => ENTRY_POINTS[entry]

/** Every server action, by file and export, with the permission its command asks for. */
export const ACTIONS = {
  'lib/auth/actions.ts#signInAction': 'public',
  'lib/auth/actions.ts#signOutAction': 'signed-in',
  'lib/customers/actions.ts#createCustomerAction': 'customers.create',
  'lib/customers/actions.ts#editCustomerAction': 'customers.edit',
  'lib/customers/actions.ts#renameCustomerAction': 'customers.edit',
  'lib/customers/actions.ts#rateCustomerAction': 'customers.edit',
  'lib/customers/actions.ts#assignCustomerAction': 'customers.assign',
  'lib/customers/actions.ts#unassignCustomerAction': 'customers.assign',
  'lib/customers/actions.ts#validateCustomerAction': 'customers.edit',
  'lib/personal/actions.ts#revealAction': 'personal.reveal',
  'lib/notes/actions.ts#writeNoteAction': 'notes.write',
  'lib/contacts/actions.ts#addPointAction': 'contacts.edit',
  'lib/contacts/actions.ts#changePointAction': 'contacts.edit',
  'lib/contacts/actions.ts#retirePointAction': 'contacts.edit',
  'lib/contacts/actions.ts#restorePointAction': 'contacts.edit',
  'lib/contacts/actions.ts#blockPointAction': 'contacts.edit',
  'lib/contacts/actions.ts#blockPointWithReasonAction': 'contacts.edit',
  'lib/contacts/actions.ts#allowPointAction': 'contacts.edit',
  'lib/contacts/actions.ts#makePrimaryAction': 'contacts.edit',
  'lib/consents/actions.ts#setPreferenceAction': 'consents.edit',
  'lib/consents/actions.ts#recordPreferenceAction': 'consents.edit',
} as const satisfies Record<string, Access>
