import { LOCALES, ROLES, SCOPES } from '@/db/schema/users'

/** What a user can be given, in the order it is offered. */
export { LOCALES, ROLES, SCOPES }
