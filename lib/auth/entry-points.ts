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
  '/icon.svg/route': 'public',
  '/styleguide/page': 'public',
  '/(public)/sign-in/page': 'public',
  '/(public)/invitation/[token]/page': 'public',
  '/(staff)/users/page': 'users.manage',
  '/(staff)/users/new/page': 'users.manage',
  '/(staff)/users/[id]/page': 'users.manage',
  '/(staff)/account/page': 'signed-in',
  '/(staff)/audit/page': 'audit.read',
  '/api/auth/openid/route': 'public',
  '/api/auth/callback/oidc/route': 'public',
  '/(staff)/customers/page': 'customers.read',
  '/(staff)/customers/by/[source]/[externalId]/page': 'customers.read',
  '/api/customers/suggest/route': 'customers.read',
  '/(staff)/customers/new/page': 'customers.create',
  '/(staff)/customers/[id]/page': 'customers.read',
  '/(staff)/customers/[id]/[section]/page': 'customers.read',
  '/(staff)/customers/[id]/registration/edit/page': 'customers.edit',
  '/(staff)/customers/[id]/contacts/new/page': 'contacts.edit',
  '/(staff)/customers/[id]/contacts/[pointId]/page': 'contacts.read',
  '/(staff)/customers/[id]/preferences/record/page': 'consents.edit',
  '/(staff)/imports/page': 'imports.run',
  '/(staff)/imports/new/page': 'imports.run',
  '/(staff)/imports/[id]/page': 'imports.run',
  '/api/imports/route': 'imports.run',
  '/api/imports/[id]/rejected/route': 'imports.run',
  '/api/imports/[id]/noted/route': 'imports.run',
} as const satisfies Record<string, Access>

export type EntryPoint = keyof typeof ENTRY_POINTS

export const accessTo = (entry: EntryPoint): Access => ENTRY_POINTS[entry]

/** Every server action, by file and export, with the permission its command asks for. */
export const ACTIONS = {
  'lib/auth/actions.ts#signInAction': 'public',
  'lib/auth/actions.ts#signOutAction': 'signed-in',
  'lib/users/actions.ts#inviteUserAction': 'users.manage',
  'lib/users/actions.ts#changeUserAction': 'users.manage',
  'lib/users/actions.ts#deactivateUserAction': 'users.manage',
  'lib/users/actions.ts#reactivateUserAction': 'users.manage',
  'lib/users/actions.ts#reinviteUserAction': 'users.manage',
  'lib/users/actions.ts#acceptInvitationAction': 'public',
  'lib/users/actions.ts#changeOwnAccountAction': 'signed-in',
  'lib/users/actions.ts#changeOwnPasswordAction': 'signed-in',
  'lib/users/actions.ts#endOwnSessionAction': 'signed-in',
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
  'lib/imports/actions.ts#mapColumnsAction': 'imports.run',
  'lib/imports/actions.ts#startImportAction': 'imports.run',
  'lib/imports/actions.ts#pauseImportAction': 'imports.run',
  'lib/imports/actions.ts#resumeImportAction': 'imports.run',
  'lib/imports/actions.ts#cancelImportAction': 'imports.run',
} as const satisfies Record<string, Access>
