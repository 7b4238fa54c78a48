import { LOCALES, ROLES, SCOPES } from '@/db/schema/users'

/** The options of the user form, in display order. */
export { LOCALES, ROLES, SCOPES }
