import type { Permission } from './permissions'

/** What a person needs to enter: a session (`signed-in`), or a session and a permission of their role. */
export type StaffAccess = 'signed-in' | Permission

/** What anybody needs to enter; `public` asks for no session. */
export type Access = 'public' | StaffAccess

/** One access for each thing that an entry point offers: a page has one, an action has that of each of its commands. */
export type WithAccess = { readonly access: readonly Access[] }

/** Attaches the access that a page, title, handler or action checks. The authorization test reads it from there. */
export const withAccess = <F extends (...args: never[]) => unknown>(run: F, ...access: Access[]): F & WithAccess =>
  Object.assign(run, { access })
