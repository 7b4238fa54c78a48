import type { Permission } from './permissions'

/** What a page for staff requires: a session (`signed-in`), or a session and a permission of the user's role. */
export type StaffAccess = 'signed-in' | Permission

/** What an entry point requires; `public` requires no session. */
export type Access = 'public' | StaffAccess

/** The accesses that an entry point checks: a page has one, an action has one for each of its commands. */
export type WithAccess = { readonly access: readonly Access[] }

/** Attaches the access that a page, title, handler or action checks. The authorization test reads it from there. */
export const withAccess = <F extends (...args: never[]) => unknown>(run: F, ...access: Access[]): F & WithAccess =>
  Object.assign(run, { access })
